package polo.geo.edge.gazetteer;

import java.util.List;
import java.util.Optional;
import polo.common.earth.Coordinate;

/// The first-level region by its area. Its lines are coarser than the countries' (1:10 million), so
/// an area only counts within its own country.
final class RegionMap {

  private final AreaIndex index;
  private final List<RegionCode> regions;

  RegionMap(Boundaries boundaries) {
    index = new AreaIndex(boundaries);
    regions = boundaries.areas().stream().map(area -> RegionCode.of(area.label())).toList();
  }

  /// Empty at sea, and where no region of the country is known.
  Optional<RegionCode> at(Coordinate position, String countryCode) {
    for (int area : index.areasAt(position)) {
      if (regions.get(area).countryCode().equals(countryCode)) {
        return Optional.of(regions.get(area));
      }
    }
    return Optional.empty();
  }
}

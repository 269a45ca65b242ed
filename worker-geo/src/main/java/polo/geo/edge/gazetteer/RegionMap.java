package polo.geo.edge.gazetteer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;

/// The first-level region by its area. Its lines are coarser than the countries' (1:10 million), so
/// an area only counts within its own country.
final class RegionMap {

  private final AreaIndex index;
  private final List<RegionCode> regions;

  /// @param regions of the areas, by their numbers
  RegionMap(AreaIndex index, List<RegionCode> regions) {
    this.index = index;
    this.regions = regions;
  }

  /// Absent at sea, and where no region of the country is known.
  @Nullable RegionCode at(Coordinate position, String countryCode) {
    for (int area : index.areasAt(position)) {
      if (regions.get(area).countryCode().equals(countryCode)) {
        return regions.get(area);
      }
    }
    return null;
  }

  /// Whether the region is there in one of eight directions at this distance.
  boolean isWithin(double meters, Coordinate position, RegionCode region) {
    for (int direction = 0; direction < Compass.DIRECTIONS; direction++) {
      Coordinate near = Compass.at(position, meters, direction);
      if (region.equals(at(near, region.countryCode()))) {
        return true;
      }
    }
    return false;
  }
}

package polo.geo.edge.gazetteer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import polo.common.earth.Coordinate;

/// What a gazetteer's file holds, and whether the world is covered: `polo gazetteer check`.
///
/// Gaps and overlaps are sampled, four positions a degree each way: a sliver between two countries
/// may escape it.
///
/// @param about version, sources, dates, licences: the text in the file
/// @param isWhole whether the contents are those that were written
/// @param zones number of areas that say country and time zone
/// @param regions number of areas of regions
/// @param countriesWithPlaces number of countries that have places
/// @param samples number of positions asked
/// @param gaps those which no area covers; a whole world has none
/// @param overlaps those which several countries claim, by the claimants
public record GazetteerCheck(
    String version,
    String about,
    boolean isWhole,
    int zones,
    int regions,
    int places,
    int countriesWithPlaces,
    int samples,
    int gaps,
    Map<String, Integer> overlaps) {

  private static final int SAMPLES_A_DEGREE = 4;

  public GazetteerCheck {
    overlaps = Map.copyOf(overlaps);
  }

  /// Reads all of `file`.
  ///
  /// @throws IllegalArgumentException when it is no gazetteer, or cut off
  public static GazetteerCheck of(Path file) throws IOException {
    Atlas atlas = Atlas.map(file);
    EmbeddedGazetteer gazetteer = new EmbeddedGazetteer(atlas);
    Sample sample = Sample.of(gazetteer);
    return new GazetteerCheck(
        atlas.version(),
        atlas.text(Atlas.Part.ABOUT),
        atlas.isWhole(),
        atlas.lines(Atlas.Part.ZONE_LABELS).size(),
        atlas.lines(Atlas.Part.REGION_LABELS).size(),
        gazetteer.placeCount(),
        (int)
            atlas.lines(Atlas.Part.PLACE_REGIONS).stream()
                .map(label -> RegionCode.of(label).countryCode())
                .distinct()
                .count(),
        sample.size,
        sample.gaps,
        sample.overlaps);
  }

  private static final class Sample {
    private final Map<String, Integer> overlaps = new TreeMap<>();
    private int size;
    private int gaps;

    static Sample of(EmbeddedGazetteer gazetteer) {
      Sample sample = new Sample();
      for (int row = 0; row < 180 * SAMPLES_A_DEGREE; row++) {
        for (int column = 0; column < 360 * SAMPLES_A_DEGREE; column++) {
          sample.ask(
              gazetteer,
              new Coordinate(
                  (row + 0.5) / SAMPLES_A_DEGREE - 90, (column + 0.5) / SAMPLES_A_DEGREE - 180));
        }
      }
      return sample;
    }

    private void ask(EmbeddedGazetteer gazetteer, Coordinate position) {
      size++;
      if (!gazetteer.isCovered(position)) {
        gaps++;
      }
      String claimants = String.join(" ", gazetteer.claimantsOf(position));
      if (!claimants.isEmpty()) {
        overlaps.merge(claimants, 1, Integer::sum);
      }
    }
  }
}

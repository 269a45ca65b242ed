package polo.geo.edge.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/// Reads the source material's `places.tsv.gz`, a line a place: geonameid, name, lat, lon, cc,
/// admin1, admin2, population, fcode, tz, flags (2: population unknown; 8: near-duplicate of
/// another).
final class PlacesSource {

  private static final int POPULATION_UNKNOWN = 2;
  private static final int NEAR_DUPLICATE = 8;

  /// GeoNames feature codes of what is no town: quarters, and places that were abandoned or
  /// renamed.
  private static final Set<String> PARTS = Set.of("PPLX", "PPLQ", "PPLH", "PPLW", "PPLCH");

  /// Seats of administrations are no hamlets, even where nobody has counted.
  private static final Map<String, Integer> INHABITANTS_OF_SEATS =
      Map.of(
          "PPLC", 30_000, "PPLA", 30_000, "PPLA2", 10_000, "PPLA3", 4_000, "PPLA4", 2_000, "PPLA5",
          2_000);

  private PlacesSource() {}

  static List<Place> read(Path file) throws IOException {
    try (var in = new GZIPInputStream(Files.newInputStream(file));
        var lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      return Quarters.marked(
          lines.lines().skip(1).map(line -> place(line.split("\t", -1))).toList());
    }
  }

  private static Place place(String[] columns) {
    int flags = Integer.parseInt(columns[10]);
    return new Place(
        columns[1],
        GridUnits.of(Double.parseDouble(columns[3])),
        GridUnits.of(Double.parseDouble(columns[2])),
        new RegionCode(columns[4], columns[5]),
        population(Integer.parseInt(columns[7]), columns[8], (flags & POPULATION_UNKNOWN) != 0),
        kind(columns[8], (flags & NEAR_DUPLICATE) != 0));
  }

  /// What is said, but for seats of administrations that nobody counted.
  static int population(int said, String featureCode, boolean isGuess) {
    return said == 0 || isGuess
        ? Math.max(said, INHABITANTS_OF_SEATS.getOrDefault(featureCode, 0))
        : said;
  }

  static PlaceKind kind(String featureCode, boolean isDouble) {
    if (PARTS.contains(featureCode) || isDouble) {
      return PlaceKind.PART;
    }
    return featureCode.isEmpty() ? PlaceKind.UNCONFIRMED : PlaceKind.TOWN;
  }
}

package polo.geo.edge.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;

/// Reads the source material's `places.tsv.gz`, a line a place: geonameid, name, lat, lon, cc,
/// admin1, admin2, population, fcode, tz, flags (2: population unknown; 8: near-duplicate of
/// another).
final class PlacesSource {

  private static final int POPULATION_UNKNOWN = 2;
  private static final int NEAR_DUPLICATE = 8;

  /// GeoNames' feature code of a quarter.
  private static final String QUARTER = "PPLX";

  /// Those of places that were abandoned or renamed.
  private static final Set<String> OF_THE_PAST = Set.of("PPLQ", "PPLH", "PPLW", "PPLCH");

  /// Seats of administrations are no hamlets, even where nobody has counted.
  private static final Map<String, Integer> INHABITANTS_OF_SEATS =
      Map.of(
          "PPLC", 30_000, "PPLA", 30_000, "PPLA2", 10_000, "PPLA3", 4_000, "PPLA4", 2_000, "PPLA5",
          2_000);

  private PlacesSource() {}

  /// @param facts which go before what the file says
  static List<Place> read(Path file, PlaceFacts facts) throws IOException {
    List<String[]> rows;
    try (var in = new GZIPInputStream(Files.newInputStream(file));
        var lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      rows = lines.lines().skip(1).map(line -> line.split("\t", -1)).toList();
    }
    List<PlaceFacts.@Nullable Fact> known = new ArrayList<>(rows.size());
    rows.forEach(columns -> known.add(facts.byId(columns[0])));
    List<Place> places = new ArrayList<>(rows.size());
    for (int row = 0; row < rows.size(); row++) {
      String[] columns = rows.get(row);
      PlaceFacts.Fact fact = known.get(row);
      if (fact == null && !isDouble(columns)) {
        fact = facts.byName(columns[4], columns[1], position(columns));
      }
      places.add(fact == null ? place(columns) : place(columns, fact));
    }
    return Quarters.marked(places);
  }

  private static Place place(String[] columns) {
    boolean isGuess = (Integer.parseInt(columns[10]) & POPULATION_UNKNOWN) != 0;
    return place(
        columns, columns[8], population(Integer.parseInt(columns[7]), columns[8], isGuess));
  }

  private static Place place(String[] columns, PlaceFacts.Fact fact) {
    return place(
        columns, fact.featureCode(), population(fact.population(), fact.featureCode(), false));
  }

  private static Place place(String[] columns, String featureCode, int population) {
    Coordinate position = position(columns);
    return new Place(
        columns[1],
        GridUnits.of(position.longitude()),
        GridUnits.of(position.latitude()),
        new RegionCode(columns[4], columns[5]),
        population,
        kind(featureCode, isDouble(columns)));
  }

  private static boolean isDouble(String[] columns) {
    return (Integer.parseInt(columns[10]) & NEAR_DUPLICATE) != 0;
  }

  private static Coordinate position(String[] columns) {
    return new Coordinate(Double.parseDouble(columns[2]), Double.parseDouble(columns[3]));
  }

  /// What is said, but for seats of administrations that nobody counted.
  static int population(int said, String featureCode, boolean isGuess) {
    return said == 0 || isGuess
        ? Math.max(said, INHABITANTS_OF_SEATS.getOrDefault(featureCode, 0))
        : said;
  }

  static PlaceKind kind(String featureCode, boolean isDouble) {
    if (OF_THE_PAST.contains(featureCode) || isDouble) {
      return PlaceKind.PART;
    }
    if (featureCode.equals(QUARTER)) {
      return PlaceKind.QUARTER;
    }
    return featureCode.isEmpty() ? PlaceKind.UNCONFIRMED : PlaceKind.TOWN;
  }
}

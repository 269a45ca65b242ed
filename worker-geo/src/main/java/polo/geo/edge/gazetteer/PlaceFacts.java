package polo.geo.edge.gazetteer;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;

/// Kind and population of places by GeoNames' `cities500`, for a list of places that lacks them. A
/// place is found by its id; else by its name in its country, within a few kilometres. Each row
/// speaks for one place: of two that bear its name the first.
final class PlaceFacts {

  private static final double SAME_PLACE_METERS = 4_000;

  private static final int COLUMNS = 19;

  private final Map<String, Fact> byId = new HashMap<>();
  private final Map<String, List<Fact>> byName = new HashMap<>();
  private final Set<Fact> taken = new HashSet<>();

  record Fact(String id, Coordinate position, String featureCode, int population) {}

  /// Knows nothing of any place.
  static PlaceFacts none() {
    return new PlaceFacts();
  }

  static PlaceFacts read(GeoNamesFile file) throws IOException {
    PlaceFacts facts = new PlaceFacts();
    file.forEachRow((number, columns) -> facts.add(columns));
    return facts;
  }

  private void add(String[] columns) {
    if (columns.length < COLUMNS) {
      return;
    }
    Fact fact =
        new Fact(
            columns[0],
            new Coordinate(Double.parseDouble(columns[4]), Double.parseDouble(columns[5])),
            columns[7],
            (int) Math.min(Integer.MAX_VALUE, Long.parseLong(columns[14])));
    byId.put(fact.id(), fact);
    byName.computeIfAbsent(key(columns[8], columns[1]), unseen -> new ArrayList<>(1)).add(fact);
  }

  /// Ask by ids first: what is found so isn't found by name.
  @Nullable Fact byId(String id) {
    Fact fact = byId.get(id);
    if (fact != null) {
      taken.add(fact);
    }
    return fact;
  }

  @Nullable Fact byName(String countryCode, String name, Coordinate position) {
    Fact nearest = null;
    double limit = SAME_PLACE_METERS;
    for (Fact fact : byName.getOrDefault(key(countryCode, name), List.of())) {
      double meters = fact.position().metersTo(position);
      if (meters <= limit && !taken.contains(fact)) {
        nearest = fact;
        limit = meters;
      }
    }
    if (nearest != null) {
      taken.add(nearest);
    }
    return nearest;
  }

  /// Editions differ in accents and hyphens.
  private static String key(String countryCode, String name) {
    return countryCode
        + Normalizer.normalize(name, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}

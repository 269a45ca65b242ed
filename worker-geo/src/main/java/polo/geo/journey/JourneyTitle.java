package polo.geo.journey;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Names a journey for people: "4 days in San Francisco and Oakland". Of the cities those with most
/// time, in the order they came; without cities the villages, without those the countries; else "4
/// days away".
final class JourneyTitle {

  private static final int MOST_NAMES = 3;

  /// A city with a smaller share of the time is a stop on the way.
  private static final double LEAST_SHARE = 0.05;

  private JourneyTitle() {}

  static String of(List<Sojourn> away, int days) {
    String time = days == 1 ? "A day" : days + " days";
    List<String> names = mainNames(away, Sojourn::city);
    // Only where there is no city at all: beside one, the name of a spot may be one of its
    // quarters.
    if (names.isEmpty()) {
      names = mainNames(away, Sojourn::village);
    }
    if (names.isEmpty()) {
      names = mainNames(away, Sojourn::country);
    }
    return names.isEmpty() ? time + " away" : time + " in " + joined(names);
  }

  private static List<String> mainNames(
      List<Sojourn> away, Function<Sojourn, Optional<String>> name) {
    Map<String, Double> seconds =
        away.stream()
            .filter(sojourn -> name.apply(sojourn).isPresent())
            .collect(
                groupingBy(
                    sojourn -> name.apply(sojourn).orElseThrow(),
                    LinkedHashMap::new,
                    summingDouble(Sojourn::seconds)));
    double all = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    Set<String> main =
        seconds.entrySet().stream()
            .filter(entry -> entry.getValue() >= LEAST_SHARE * all)
            .sorted(
                comparingDouble((Map.Entry<String, Double> entry) -> entry.getValue()).reversed())
            .limit(MOST_NAMES)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return seconds.keySet().stream().filter(main::contains).toList();
  }

  private static String joined(List<String> names) {
    String last = names.getLast();
    return names.size() == 1
        ? last
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + last;
  }
}

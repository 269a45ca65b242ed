package polo.geo.edge.store;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import polo.common.document.Journey;
import polo.common.document.Place;
import polo.common.document.Stay;
import polo.common.document.TripEntry;
import polo.common.earth.Coordinate;
import polo.common.time.TimeSpan;

/// How many things that are there before and after have the same id. Plain and slow: every thing is
/// compared with every other.
///
/// @param there in both
/// @param kept of these, with the same id
record Survival(int there, int kept) {

  static final Survival NONE = new Survival(0, 0);

  private static final double LEAST_SHARE = 0.5;
  private static final double NEAR_METERS = 50;

  private record Pair(String before, String after, double share) {}

  Survival and(Survival other) {
    return new Survival(there + other.there, kept + other.kept);
  }

  double share() {
    return there == 0 ? 1 : kept / (double) there;
  }

  static Survival ofStays(Shown before, Shown after) {
    return of(before.stays(), after.stays(), Stay::id, Survival::overlap);
  }

  static Survival ofTrips(Shown before, Shown after) {
    return of(
        before.trips(),
        after.trips(),
        TripEntry::id,
        (one, other) ->
            overlap(
                new TimeSpan(one.start(), one.end()), new TimeSpan(other.start(), other.end())));
  }

  static Survival ofJourneys(Shown before, Shown after) {
    return of(
        before.journeys(),
        after.journeys(),
        Journey::id,
        (one, other) ->
            overlap(
                new TimeSpan(one.start(), one.end()), new TimeSpan(other.start(), other.end())));
  }

  /// By the time that stays have in common which are at them, or by nearness.
  static Survival ofPlaces(Shown before, Shown after) {
    Map<String, Double> time = new HashMap<>();
    Map<List<String>, Double> common = new HashMap<>();
    for (Stay one : before.stays()) {
      if (one.placeId() != null) {
        time.merge(one.placeId(), seconds(one, one), Double::sum);
        for (Stay other : after.stays()) {
          if (other.placeId() != null) {
            List<String> pair = List.of(one.placeId(), other.placeId());
            common.merge(pair, seconds(one, other), Double::sum);
          }
        }
      }
    }
    return of(
        before.places(),
        after.places(),
        Place::id,
        (one, other) -> {
          double both = common.getOrDefault(List.of(one.id(), other.id()), 0.0);
          double meters = Coordinate.metersBetween(one.lat(), one.lon(), other.lat(), other.lon());
          boolean same =
              meters <= NEAR_METERS
                  || both > 0 && both >= LEAST_SHARE * time.getOrDefault(one.id(), 0.0);
          return same ? LEAST_SHARE + both + 1 / (1 + meters) : 0;
        });
  }

  private static <T> Survival of(
      List<T> before, List<T> after, Function<T, String> id, ToDoubleBiFunction<T, T> share) {
    List<Pair> pairs = new ArrayList<>();
    for (T one : before) {
      for (T other : after) {
        double both = share.applyAsDouble(one, other);
        if (both >= LEAST_SHARE) {
          pairs.add(new Pair(id.apply(one), id.apply(other), both));
        }
      }
    }
    pairs.sort(comparingDouble(Pair::share).reversed().thenComparing(Pair::before));
    Set<String> matched = new HashSet<>();
    Set<String> taken = new HashSet<>();
    int kept = 0;
    for (Pair pair : pairs) {
      if (!matched.contains(pair.before()) && taken.add(pair.after())) {
        matched.add(pair.before());
        kept += Objects.equals(pair.before(), pair.after()) ? 1 : 0;
      }
    }
    return new Survival(matched.size(), kept);
  }

  private static double overlap(Stay one, Stay other) {
    return overlap(new TimeSpan(one.start(), one.end()), new TimeSpan(other.start(), other.end()));
  }

  private static double overlap(TimeSpan one, TimeSpan other) {
    double common = one.overlapWith(other).toMillis();
    return common / (one.duration().toMillis() + other.duration().toMillis() - common);
  }

  private static double seconds(Stay one, Stay other) {
    return new TimeSpan(one.start(), one.end())
            .overlapWith(new TimeSpan(other.start(), other.end()))
            .toMillis()
        / 1000.0;
  }
}

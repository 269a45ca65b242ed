package polo.geo.journey;

import static java.util.Comparator.comparingDouble;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import polo.common.document.PlaceUse;
import polo.common.document.PlaceUse.Role;
import polo.geo.track.Precision;

/// Finds what places are to a user.
///
/// Home is the place of most nights. Work is, of the others, the one with most time on weekdays
/// from nine to five, if it is regular: so many days, so long each on average. Both are looked for
/// in the last so many days of the record, since people move and change work. The confidence is the
/// share of the nights, or of the working hours away from home, that were spent there, less when
/// they are few.
final class PlaceUses {

  private static final int RECENT_DAYS = 180;
  private static final int LEAST_WORKDAYS = 3;
  private static final double LEAST_SECONDS_A_WORKDAY = 2 * 3600;

  /// So many nights or days one would like to have seen besides.
  private static final double DOUBT = 2;

  /// What was counted at one place.
  private static final class Tally {
    private final TreeSet<LocalDate> nights = new TreeSet<>();
    private final TreeMap<LocalDate, Double> workdays = new TreeMap<>();

    int nightsFrom(LocalDate day) {
      return nights.tailSet(day).size();
    }

    int workdaysFrom(LocalDate day) {
      return workdays.tailMap(day).size();
    }

    double workSecondsFrom(LocalDate day) {
      return workdays.tailMap(day).values().stream().mapToDouble(Double::doubleValue).sum();
    }

    boolean isRegularFrom(LocalDate day) {
      int days = workdaysFrom(day);
      return days >= LEAST_WORKDAYS && workSecondsFrom(day) >= days * LEAST_SECONDS_A_WORKDAY;
    }
  }

  private final Map<String, Tally> tallies = new TreeMap<>();
  private LocalDate last = LocalDate.MIN;

  private PlaceUses() {}

  /// By place id.
  ///
  /// @param sojourns by time
  /// @param homePlaceId absent when unknown
  static Map<String, PlaceUse> of(List<Sojourn> sojourns, @Nullable String homePlaceId) {
    PlaceUses uses = new PlaceUses();
    sojourns.forEach(uses::count);
    return uses.uses(homePlaceId);
  }

  private void count(Sojourn sojourn) {
    LocalDate day = sojourn.span().end().atZone(sojourn.zone()).toLocalDate();
    last = day.isAfter(last) ? day : last;
    String place = sojourn.stay().placeId();
    if (place != null) {
      Tally tally = tallies.computeIfAbsent(place, _ -> new Tally());
      tally.nights.addAll(Nights.dates(sojourn.span(), sojourn.zone()));
      WorkingHours.in(sojourn.span(), sojourn.zone())
          .forEach((date, seconds) -> tally.workdays.merge(date, seconds, Double::sum));
    }
  }

  private Map<String, PlaceUse> uses(@Nullable String home) {
    LocalDate recent = tallies.isEmpty() ? last : last.minusDays(RECENT_DAYS);
    String work = work(home, recent);
    double allNights = tallies.values().stream().mapToInt(t -> t.nightsFrom(recent)).sum();
    double allWork =
        tallies.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(home))
            .mapToDouble(entry -> entry.getValue().workSecondsFrom(recent))
            .sum();
    Map<String, PlaceUse> uses = new TreeMap<>();
    tallies.forEach((place, tally) -> {
      if (place.equals(home)) {
        double share = tally.nightsFrom(recent) / (allNights + DOUBT);
        uses.put(place, use(tally, Role.HOME, share));
      } else if (place.equals(work)) {
        double days = tally.workdaysFrom(recent);
        double share = tally.workSecondsFrom(recent) / allWork * days / (days + DOUBT);
        uses.put(place, use(tally, Role.WORK, share));
      } else {
        uses.put(place, use(tally, null, 0));
      }
    });
    return uses;
  }

  private @Nullable String work(@Nullable String home, LocalDate recent) {
    return tallies.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(home))
        .filter(entry -> entry.getValue().isRegularFrom(recent))
        .max(
            comparingDouble(
                (Map.Entry<String, Tally> entry) -> entry.getValue().workSecondsFrom(recent)))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static PlaceUse use(Tally tally, @Nullable Role role, double confidence) {
    return new PlaceUse(
        role,
        Precision.confidence(confidence),
        tally.nights.size(),
        tally.workSecondsFrom(LocalDate.MIN),
        tally.workdays.size());
  }
}

package polo.geo.journey;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import polo.common.document.Journey;
import polo.common.document.Stay;
import polo.common.document.TripEntry;
import polo.common.time.TimeSpan;
import polo.geo.geocode.ReverseGeocoder;
import polo.geo.track.Fingerprint;
import polo.geo.track.Precision;

/// Finds where a user is at home, and the journeys away from there.
///
/// Home is the place with most nights of half a year around the time in question ([Homes]), so a
/// move to another town is no journey. A journey is the time from leaving home to being back, or to
/// where the record begins or ends, if there was a stay far away, or a night not quite so far. A
/// night at friends' across town is no journey.
///
/// A journey's id comes from the smallest id of its stays. Since those are minima over their ticks,
/// this is the minimum over the time spent away ([Fingerprint]).
///
/// @param farMeters from home: a stay there makes a journey of a day
/// @param overnightMeters from home: a stay there makes a journey of a night away
/// @param homeDays around a night, in which home is the place with most
public record JourneyFinder(double farMeters, double overnightMeters, int homeDays) {

  public static final JourneyFinder DEFAULT = new JourneyFinder(100_000, 10_000, 180);

  /// From all stays of a user, with their places, and all trips; both in any order.
  public Journeys find(
      Collection<Stay> stays, Collection<TripEntry> trips, ReverseGeocoder geocoder) {
    List<Sojourn> sojourns =
        stays.stream()
            .sorted(comparing(Stay::start).thenComparing(Stay::id))
            .map(stay -> Sojourn.of(stay, geocoder))
            .toList();
    Homes homes = Homes.of(sojourns, homeDays);
    if (homes.isEmpty()) {
      return new Journeys(null, PlaceUses.of(sojourns, null), List.of(), List.of());
    }
    List<TripEntry> inOrder =
        trips.stream().sorted(comparing(TripEntry::start).thenComparing(TripEntry::id)).toList();
    String homePlaceId = homes.last().stay().placeId();
    List<Journey> journeys = new ArrayList<>();
    List<JourneyGround> grounds = new ArrayList<>();
    for (Absence absence : absences(sojourns, homes)) {
      if (isJourney(absence)) {
        Journey journey = journey(absence, inOrder);
        journeys.add(journey);
        grounds.add(ground(absence, journey.start()));
      }
    }
    return new Journeys(homePlaceId, PlaceUses.of(sojourns, homePlaceId), journeys, grounds);
  }

  /// Stays away from home between two at home.
  ///
  /// @param home as it was when it began
  /// @param homeAfter as it was when it ended: another one after a move
  /// @param before the stay at home it begins after; absent at the beginning of the record
  /// @param after the stay at home it ends with; absent at the end of the record
  private record Absence(
      Sojourn home,
      Sojourn homeAfter,
      @Nullable Sojourn before,
      List<Sojourn> away,
      @Nullable Sojourn after) {

    static Absence of(
        Homes homes, @Nullable Sojourn before, List<Sojourn> away, @Nullable Sojourn after) {
      Sojourn first = before == null ? away.getFirst() : before;
      Sojourn last = after == null ? away.getLast() : after;
      return new Absence(
          homes.at(first.stay().start()), homes.at(last.stay().start()), before, away, after);
    }

    /// From the nearer home: who is at the one they move to is not far away.
    double furthestMeters() {
      return away.stream()
          .mapToDouble(stay -> Math.min(stay.metersTo(home), stay.metersTo(homeAfter)))
          .max()
          .orElse(0);
    }
  }

  private static List<Absence> absences(List<Sojourn> sojourns, Homes homes) {
    List<Absence> absences = new ArrayList<>();
    List<Sojourn> away = new ArrayList<>();
    Sojourn before = null;
    for (Sojourn sojourn : sojourns) {
      if (isAtHome(sojourn, homes)) {
        if (!away.isEmpty()) {
          absences.add(Absence.of(homes, before, List.copyOf(away), sojourn));
        }
        away.clear();
        before = sojourn;
      } else {
        away.add(sojourn);
      }
    }
    if (!away.isEmpty()) {
      absences.add(Absence.of(homes, before, List.copyOf(away), null));
    }
    return absences;
  }

  private static boolean isAtHome(Sojourn sojourn, Homes homes) {
    String home = homes.at(sojourn.stay().start()).stay().placeId();
    return home != null && sojourn.isAt(home);
  }

  private boolean isJourney(Absence absence) {
    double furthest = absence.furthestMeters();
    return furthest >= farMeters || furthest >= overnightMeters && nights(absence) > 0;
  }

  private static long nights(Absence absence) {
    return Nights.in(stays(absence), absence.home().zone());
  }

  private JourneyGround ground(Absence absence, Instant start) {
    double furthest = absence.furthestMeters();
    return new JourneyGround(
        start,
        Objects.requireNonNull(absence.home().stay().placeId()),
        nights(absence),
        furthest,
        furthest >= farMeters ? farMeters : overnightMeters);
  }

  /// From leaving home, else from the first stay away, until being home, else to the last stay.
  private static TimeSpan stays(Absence absence) {
    Sojourn before = absence.before();
    Sojourn after = absence.after();
    return new TimeSpan(
        before == null ? absence.away().getFirst().stay().start() : before.stay().end(),
        after == null ? absence.away().getLast().stay().end() : after.stay().start());
  }

  private static Journey journey(Absence absence, List<TripEntry> allTrips) {
    List<TripEntry> trips = trips(absence, allTrips);
    TimeSpan span = span(absence, trips);
    List<Sojourn> away = absence.away();
    int days = days(absence, span);
    return new Journey(
        Fingerprint.renamed(
            away.stream().map(s -> s.stay().id()).min(String::compareTo).orElseThrow(), 'j'),
        span.start(),
        span.end(),
        JourneyTitle.of(away, days),
        away.stream().flatMap(s -> s.countryCode().stream()).distinct().toList(),
        away.stream().flatMap(s -> s.city().stream()).distinct().toList(),
        days,
        Precision.meters(trips.stream().mapToDouble(TripEntry::distanceMeters).sum()),
        away.stream().map(s -> s.stay().id()).toList(),
        trips.stream().map(TripEntry::id).toList());
  }

  /// Trips from the last stay at home to the next; at the ends of the record all there are.
  private static List<TripEntry> trips(Absence absence, List<TripEntry> allTrips) {
    Instant from = absence.before() == null ? Instant.MIN : absence.before().stay().end();
    Instant to = absence.after() == null ? Instant.MAX : absence.after().stay().start();
    return allTrips.subList(firstFrom(from, allTrips), allTrips.size()).stream()
        .takeWhile(trip -> !trip.start().isAfter(to))
        .filter(trip -> !trip.end().isAfter(to))
        .toList();
  }

  /// Which of the trips, by start, is the first that does not start before then.
  private static int firstFrom(Instant when, List<TripEntry> trips) {
    int low = 0;
    int high = trips.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (trips.get(middle).start().isBefore(when)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static TimeSpan span(Absence absence, List<TripEntry> trips) {
    TimeSpan stays = stays(absence);
    Instant start = stays.start();
    Instant end = stays.end();
    for (TripEntry trip : trips) {
      start = trip.start().isBefore(start) ? trip.start() : start;
      end = trip.end().isAfter(end) ? trip.end() : end;
    }
    return new TimeSpan(start, end);
  }

  /// Calendar days, from that of leaving home to that of being back, each as the calendar there
  /// says.
  private static int days(Absence absence, TimeSpan span) {
    Sojourn first = absence.before() == null ? absence.away().getFirst() : absence.home();
    Sojourn last = absence.after() == null ? absence.away().getLast() : absence.homeAfter();
    LocalDate from = span.start().atZone(first.zone()).toLocalDate();
    LocalDate to = span.end().atZone(last.zone()).toLocalDate();
    return Math.toIntExact(Math.max(1, ChronoUnit.DAYS.between(from, to) + 1));
  }
}

package polo.geo.stay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import polo.common.time.TimeSpan;
import polo.testkit.track.TrueStay;
import polo.testkit.track.TrueTrip;
import polo.testkit.track.Truth;

/// How well told stays agree with what truly happened. True stays shorter than ten minutes are
/// waits: whether they are told as stays is neither good nor bad.
final class StayScore {

  static final Duration SHORTEST = Duration.ofMinutes(10);

  private long rightMillis;
  private long missedMillis;
  private long wrongMillis;
  private int trueStays;
  private int missed;
  private int fragmented;
  private long falseStays;
  private int swallowedTrips;
  private final List<Long> arrivals = new ArrayList<>();
  private final List<Long> departures = new ArrayList<>();

  void add(List<TimeSpan> told, Truth truth) {
    List<TrueTrip> trips = truth.trips(SHORTEST);
    List<TrueStay> waits = truth.stays().stream().filter(stay -> isShort(stay.span())).toList();
    truth.stays(SHORTEST).forEach(stay -> addStay(stay.span(), told, truth.span()));
    for (TrueTrip trip : trips) {
      List<TimeSpan> marked =
          waits.stream().map(TrueStay::span).filter(wait -> shared(wait, trip.span()) > 0).toList();
      addTrip(trip.span(), marked, told);
    }
  }

  private static boolean isShort(TimeSpan span) {
    return span.duration().compareTo(SHORTEST) < 0;
  }

  private void addStay(TimeSpan stay, List<TimeSpan> told, TimeSpan day) {
    long length = stay.duration().toMillis();
    long covered = shared(stay, told);
    rightMillis += covered;
    missedMillis += length - covered;
    trueStays++;
    List<TimeSpan> hits = told.stream().filter(span -> 20 * shared(span, stay) > length).toList();
    if (2 * covered < length) {
      missed++;
      return;
    }
    fragmented += hits.size() > 1 ? 1 : 0;
    if (stay.start().isAfter(day.start())) {
      arrivals.add(Duration.between(stay.start(), hits.getFirst().start()).toSeconds());
    }
    if (stay.end().isBefore(day.end())) {
      departures.add(Duration.between(stay.end(), hits.getLast().end()).toSeconds());
    }
  }

  private void addTrip(TimeSpan trip, List<TimeSpan> waits, List<TimeSpan> told) {
    long waited = waits.stream().mapToLong(wait -> shared(wait, told)).sum();
    long covered = shared(trip, told);
    wrongMillis += covered - waited;
    swallowedTrips += 2 * covered > trip.duration().toMillis() ? 1 : 0;
    falseStays += told.stream().filter(span -> isFalse(span, trip, waits)).count();
  }

  private static boolean isFalse(TimeSpan stay, TimeSpan trip, List<TimeSpan> waits) {
    long length = stay.duration().toMillis();
    return 10 * shared(stay, trip) > 9 * length && 2 * shared(stay, waits) < length;
  }

  private static long shared(TimeSpan one, List<TimeSpan> others) {
    return others.stream().mapToLong(other -> shared(one, other)).sum();
  }

  private static long shared(TimeSpan one, TimeSpan other) {
    long start = Math.max(one.start().toEpochMilli(), other.start().toEpochMilli());
    long end = Math.min(one.end().toEpochMilli(), other.end().toEpochMilli());
    return Math.max(0, end - start);
  }

  /// Of the time inside stays, told and true.
  double f1() {
    return 2.0 * rightMillis / (2.0 * rightMillis + missedMillis + wrongMillis);
  }

  int missed() {
    return missed;
  }

  int fragmented() {
    return fragmented;
  }

  long falseStays() {
    return falseStays;
  }

  int swallowedTrips() {
    return swallowedTrips;
  }

  /// Median of told minus true arrivals, seconds.
  long arrivalBias() {
    return quantile(arrivals, 0.5, Long::longValue);
  }

  long departureBias() {
    return quantile(departures, 0.5, Long::longValue);
  }

  /// 90th percentile of the absolute error, seconds.
  long arrivalError() {
    return quantile(arrivals, 0.9, Math::abs);
  }

  long departureError() {
    return quantile(departures, 0.9, Math::abs);
  }

  private static long quantile(List<Long> values, double share, ToLongFunction<Long> of) {
    long[] sorted = values.stream().mapToLong(of).sorted().toArray();
    return sorted[(int) (share * (sorted.length - 1))];
  }

  @Override
  public String toString() {
    return String.format(
        "F1 %.4f, of %d stays missed %d, fragmented %d; swallowed trips %d, false stays %d; "
            + "arrival %+d s, p90 %d s; departure %+d s, p90 %d s",
        f1(),
        trueStays,
        missed,
        fragmented,
        swallowedTrips,
        falseStays,
        arrivalBias(),
        arrivalError(),
        departureBias(),
        departureError());
  }
}

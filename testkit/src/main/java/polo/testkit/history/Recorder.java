package polo.testkit.history;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import polo.common.earth.Coordinate;
import polo.testkit.track.Shift;

/// The phone of a made-up user: knows where it is, and shows a noisy fix every now and then. Some
/// thirty nanoseconds a fix, so two draws of 64 bits must do for all its chance.
final class Recorder {

  private static final long STAY_MILLIS = 300_000;
  private static final long MOVE_MILLIS = 10_000;
  private static final double WALK_METERS = 1_500;
  private static final double BICYCLE_METERS = 4_500;
  // How alike the errors of neighbouring fixes are.
  private static final double STAY_MEMORY = 0.4;
  private static final double MOVE_MEMORY = 0.85;

  private final long mostFixes;
  private final SplittableRandom random;
  private final Consumer<HistoryFix> eye;
  private final HistoryFix fix = new HistoryFix();

  private long shown;
  private long now;
  private Coordinate here = new Coordinate(0, 0);
  private double altitude;
  private double degreesPerMeterNorth;
  private double degreesPerMeterEast;
  private double east;
  private double north;

  Recorder(long mostFixes, String userId, SplittableRandom random, Consumer<HistoryFix> eye) {
    this.mostFixes = mostFixes;
    this.random = random;
    this.eye = eye;
    fix.userId = userId;
  }

  boolean full() {
    return shown >= mostFixes;
  }

  long now() {
    return now;
  }

  /// Appears somewhere else, later.
  void arrive(long when, Coordinate where, double altitudeMeters) {
    now = when;
    here = where;
    altitude = altitudeMeters;
    Coordinate aside = new Shift(1_000, 1_000).from(where);
    degreesPerMeterNorth = (aside.latitude() - where.latitude()) / 1_000;
    degreesPerMeterEast = (aside.longitude() - where.longitude()) / 1_000;
  }

  /// Nothing when `end` has passed already.
  void stayUntil(long end) {
    while (now < end) {
      show(here.latitude(), here.longitude(), 0, STAY_MEMORY);
      now += STAY_MILLIS;
    }
  }

  /// Along a bent way, with stops, by foot, bicycle or car as far as it is.
  void moveTo(Coordinate there) {
    double meters = here.metersTo(there);
    double mps = meters < WALK_METERS ? 1.4 : meters < BICYCLE_METERS ? 4.8 : 12.5;
    double step = mps * MOVE_MILLIS / 1_000 / Math.max(1, meters);
    double latitudes = there.latitude() - here.latitude();
    double longitudes = there.longitude() - here.longitude();
    double bend = 0.3 * (random.nextDouble() - 0.5);
    double wave = 0.1 * (random.nextDouble() - 0.5);
    double aspect = degreesPerMeterEast / degreesPerMeterNorth;
    double share = 0;
    while (share < 1) {
      double aside = bend * Math.sin(Math.PI * share) + wave * Math.sin(5 * Math.PI * share);
      double latitude = here.latitude() + share * latitudes - aside * longitudes / aspect;
      double longitude = here.longitude() + share * longitudes + aside * latitudes * aspect;
      boolean stopped = show(latitude, longitude, mps, MOVE_MEMORY);
      now += MOVE_MILLIS;
      share += stopped ? 0 : step;
    }
    here = there;
  }

  // True now and then: the light is red.
  private boolean show(double latitude, double longitude, double mps, double memory) {
    if (full()) {
      return false;
    }
    long dice = random.nextLong();
    long more = random.nextLong();
    boolean red = (more & 0xF) == 0;
    boolean spike = (more >>> 4 & 0x7F) == 0;
    double luck = (more >>> 16 & 0xFFFF) * 0x1p-16;
    double accuracy = spike ? 130 + 500 * luck : 4 + 16 * luck * luck;
    // Sigma stays that of the triangle, 0.41: accuracy is about two sigma and a half.
    double fresh = Math.sqrt(1 - memory * memory);
    east = memory * east + fresh * triangular(dice);
    north = memory * north + fresh * triangular(dice >>> 32);
    fix.epochMillis = now + (more >>> 48 & 0x1FF);
    fix.latitude = latitude + north * accuracy * degreesPerMeterNorth;
    fix.longitude = longitude + east * accuracy * degreesPerMeterEast;
    fix.altitudeMeters = altitude + accuracy * triangular(more >>> 32);
    fix.accuracyMeters = accuracy;
    fix.speedMps = red ? 0 : mps * (0.9 + 0.2 * luck);
    shown++;
    eye.accept(fix);
    return red;
  }

  // Of 32 bits: the mean of two even draws, in -1..1.
  private static double triangular(long bits) {
    return ((bits & 0xFFFF) + (bits >>> 16 & 0xFFFF)) * 0x1p-16 - 1;
  }
}

package polo.geo.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;
import polo.geo.track.DeviceFix;
import polo.geo.track.LocalPlane;

/// A made-up user whose phone does everything phones do: it stays, sleeps and wakes by a geofence,
/// walks, rides, flies, goes dark for days, jumps, reports poor fixes and null island, has a second
/// device beside it, says two things for one millisecond, and guesses what its user is doing. A
/// pure function of the seed.
public final class Wanderer {

  private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");
  private static final int SCENES = 24;
  private static final List<String> GUESSES =
      List.of("walking", "CYCLING", "in_vehicle", "still", "", "running", "on_foot");

  private final SplittableRandom chance;
  private final Random normal;
  private final List<DeviceFix> fixes = new ArrayList<>();
  private Coordinate position;
  private Coordinate home;
  private long millis = START.toEpochMilli();

  private Wanderer(long seed) {
    this.chance = new SplittableRandom(seed);
    this.normal = new Random(seed);
    this.home = new Coordinate(chance.nextDouble(-60, 60), chance.nextDouble(-180, 180));
    this.position = home;
  }

  /// The fixes of some days, in time order.
  public static List<DeviceFix> wander(long seed) {
    Wanderer wanderer = new Wanderer(seed);
    for (int scene = 0; scene < SCENES; scene++) {
      wanderer.act();
    }
    return List.copyOf(wanderer.fixes);
  }

  private void act() {
    switch (chance.nextInt(14)) {
      case 0, 1, 2 -> stay(chance.nextInt(4, 90), chance.nextInt(15, 200));
      case 3, 4 -> sleepAndWakeAway(chance.nextInt(5, 400));
      case 5 -> travel(1.3, chance.nextInt(1, 20), 20);
      case 6, 7 -> travel(14, chance.nextInt(2, 30), chance.nextInt(10, 60));
      case 8 -> fly();
      case 9 -> dark(chance.nextInt(1, 300));
      case 10 -> goHome();
      case 11 -> stroll();
      case 12 -> errands();
      default -> twoDevices();
    }
  }

  private void stay(int minutes, int everySeconds) {
    Coordinate spot = position;
    long end = millis + minutes * 60_000L;
    while (millis < end) {
      report(moved(spot, noise(12), noise(12)));
      millis += everySeconds * 1000L + chance.nextInt(3) * 500L;
    }
    position = spot;
  }

  private void sleepAndWakeAway(int minutes) {
    stay(chance.nextInt(1, 8), 30);
    millis += minutes * 60_000L;
    position = moved(position, chance.nextDouble(-500, 500), chance.nextDouble(-500, 500));
    report(position);
  }

  private void travel(double mps, int minutes, int everySeconds) {
    double east = chance.nextDouble(-1, 1);
    double north = chance.nextDouble(-1, 1);
    double norm = Math.max(0.1, Math.hypot(east, north));
    long end = millis + minutes * 60_000L;
    while (millis < end) {
      double meters = mps * everySeconds;
      position = moved(position, east / norm * meters, north / norm * meters);
      report(moved(position, noise(8), noise(8)));
      millis += everySeconds * 1000L;
    }
  }

  private void fly() {
    millis += 5_400_000;
    position = moved(position, chance.nextDouble(-900_000, 900_000), 300_000);
    report(position);
    millis += 60_000;
  }

  private void dark(int hours) {
    millis += hours * 3_600_000L;
    position = moved(position, noise(20_000), noise(20_000));
    report(position);
  }

  private void goHome() {
    millis += 1_800_000;
    position = home;
    stay(chance.nextInt(10, 60), 60);
  }

  private void stroll() {
    Coordinate spot = position;
    travel(1.2, 2, 15);
    position = spot;
    stay(8, 20);
  }

  /// Stays as short as stays can be, minutes apart, and then a word from where the user was before.
  private void errands() {
    Coordinate before = position;
    for (int i = 0; i < 4; i++) {
      travel(chance.nextInt(2, 14), 2, 20);
      stay(6, chance.nextInt(20, 100));
    }
    add("phone", millis, before, 15.0);
    millis += 1000;
  }

  /// The tablet lies somewhere else, or beside the phone, now and then in the same millisecond.
  private void twoDevices() {
    Coordinate tablet = moved(position, noise(2_000), noise(2_000));
    for (int i = 0; i < 12; i++) {
      report(moved(position, noise(10), noise(10)));
      add("tablet", millis + chance.nextInt(2) * 400L, tablet, 20.0);
      millis += chance.nextInt(20, 400) * 1000L;
    }
  }

  private void report(Coordinate where) {
    int oddity = chance.nextInt(40);
    Coordinate reported =
        switch (oddity) {
          case 0 -> moved(where, 40_000, 3_000);
          case 1 -> new Coordinate(0, 0);
          default -> where;
        };
    add("phone", millis, reported, oddity == 2 ? 1500.0 : chance.nextInt(5, 90) * 1.0);
    if (oddity == 3) {
      add("phone", millis, moved(where, 30, 30), chance.nextInt(5, 90) * 1.0);
    }
    if (oddity == 4) {
      add("phone", millis + 300, moved(where, 600, 0), null);
    }
  }

  private void add(String device, long at, Coordinate where, @Nullable Double accuracy) {
    Double altitude = chance.nextInt(3) == 0 ? null : 100 + noise(30);
    Fix fix =
        new Fix(Instant.ofEpochMilli(at), where, altitude, accuracy, null, null, guess(device, at));
    fixes.add(new DeviceFix(device, fix));
  }

  /// One for some minutes, of each device its own; for the phone's second word in a millisecond the
  /// same as for its first.
  private static @Nullable String guess(String device, long at) {
    int guess = Math.floorMod(at / 420_000 + device.length(), GUESSES.size());
    return GUESSES.get(guess).isEmpty() ? null : GUESSES.get(guess);
  }

  private double noise(double meters) {
    return normal.nextGaussian() * meters;
  }

  private static Coordinate moved(Coordinate from, double east, double north) {
    Coordinate moved = LocalPlane.at(from.latitude(), from.longitude()).point(east, north);
    // Flights must not end at a pole, where a metre east is any number of degrees.
    return new Coordinate(Math.clamp(moved.latitude(), -80, 80), moved.longitude());
  }
}

package polo.geo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;
import polo.geo.track.DeviceFix;
import polo.geo.track.LocalPlane;
import polo.geo.track.Track;

/// Tells what a phone saw, event by event, for tests to read: positions are metres east and north
/// of a spot in Berlin, noise is that of a good phone.
public final class Story {

  public static final String USER = "ada";

  private static final LocalPlane BERLIN = LocalPlane.at(52.52, 13.405);

  private final Random noise = new Random(7);
  private final List<DeviceFix> fixes = new ArrayList<>();
  private Instant now;
  private double east;
  private double north;

  private Story(Instant start) {
    this.now = start;
  }

  public static Story at(String instant) {
    return new Story(Instant.parse(instant));
  }

  /// The position so many metres from the origin.
  public static Coordinate spot(double east, double north) {
    return BERLIN.point(east, north);
  }

  /// A fix every half minute, without a change of place.
  public Story stay(Duration time) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      report(5);
      now = now.plusSeconds(30);
    }
    now = end;
    return this;
  }

  /// Straight to a point at a constant speed, a fix every 15 seconds.
  public Story move(double toEast, double toNorth, double mps) {
    double meters = Math.hypot(toEast - east, toNorth - north);
    int steps = (int) Math.ceil(meters / mps / 15);
    double stepEast = (toEast - east) / steps;
    double stepNorth = (toNorth - north) / steps;
    for (int step = 0; step < steps; step++) {
      east += stepEast;
      north += stepNorth;
      now = now.plusMillis(Math.round(1000 * meters / mps / steps));
      report(3);
    }
    return this;
  }

  /// Nothing is heard for a time, at the end of which the phone is elsewhere.
  public Story silence(Duration time, double toEast, double toNorth) {
    now = now.plus(time);
    east = toEast;
    north = toNorth;
    report(3);
    return this;
  }

  /// Time passes without a fix.
  public Story pause(Duration time) {
    now = now.plus(time);
    return this;
  }

  /// A single fix somewhere, of some accuracy.
  public Story fix(double atEast, double atNorth, @Nullable Double accuracy) {
    return fix("phone", spot(atEast, atNorth), accuracy);
  }

  /// A single fix of some device.
  public Story fix(String device, Coordinate where, @Nullable Double accuracy) {
    Fix fix = new Fix(now, where, null, accuracy, null, null, null);
    fixes.add(new DeviceFix(device, fix));
    return this;
  }

  public Instant now() {
    return now;
  }

  public List<DeviceFix> fixes() {
    return List.copyOf(fixes);
  }

  public Track track() {
    return Track.of(USER, fixes);
  }

  private void report(double sigma) {
    Coordinate seen =
        spot(east + sigma * noise.nextGaussian(), north + sigma * noise.nextGaussian());
    Fix fix = new Fix(now, seen, null, 10.0, null, null, null);
    fixes.add(new DeviceFix("phone", fix));
  }
}

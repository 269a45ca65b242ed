package polo.fleet.edge.files;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;

/// A position while a reader gathers it. One place decides, for every format, what is a fix.
///
/// The rules are those of uploaded jobs: a negative speed or heading says "unknown" (Apple's
/// CLLocation), a negative accuracy says that the position itself is unknown. One draft serves a
/// whole file, so that a row costs no more objects than its fix.
final class FixDraft {

  /// No phone means more than this in metres or metres a second.
  private static final double LARGEST = 1e9;

  private static final int LONGEST_NAME = 128;
  private static final int SHOWN = 40;

  private @Nullable String user;
  private @Nullable String device;
  private long millis;
  private boolean hasTime;
  private double lat;
  private double lon;
  private double altitude;
  private double accuracy;
  private double speed;
  private double heading;
  private @Nullable FlawKind flaw;
  private String detail = "";

  FixDraft() {
    clear();
  }

  void clear() {
    user = null;
    device = null;
    hasTime = false;
    lat = Double.NaN;
    lon = Double.NaN;
    altitude = Double.NaN;
    accuracy = Double.NaN;
    speed = Double.NaN;
    heading = Double.NaN;
    flaw = null;
  }

  /// Another draft with the same facts.
  FixDraft copy() {
    FixDraft copy = new FixDraft();
    copy.user = user;
    copy.device = device;
    copy.millis = millis;
    copy.hasTime = hasTime;
    copy.lat = lat;
    copy.lon = lon;
    copy.altitude = altitude;
    copy.accuracy = accuracy;
    copy.speed = speed;
    copy.heading = heading;
    copy.flaw = flaw;
    copy.detail = detail;
    return copy;
  }

  void user(@Nullable String name) {
    user = checked(name);
  }

  void device(@Nullable String name) {
    device = checked(name);
  }

  /// Milliseconds since 1970 as [FixTime] reads them; `text` is what stands in the file.
  void time(long millis, Supplier<String> text) {
    this.millis = millis;
    hasTime = true;
    if (millis == FixTime.NONE) {
      flaw(FlawKind.BAD_TIME, quoted(text.get()));
    }
  }

  void position(double lat, double lon) {
    this.lat = lat;
    this.lon = lon;
  }

  void lat(double degrees) {
    lat = degrees;
  }

  void lon(double degrees) {
    lon = degrees;
  }

  void altitude(double meters) {
    altitude = meters;
  }

  void accuracy(double meters) {
    accuracy = meters;
  }

  void speed(double metersASecond) {
    speed = metersASecond;
  }

  void heading(double degrees) {
    heading = degrees;
  }

  boolean hasTime() {
    return hasTime;
  }

  /// Remembers what is wrong; the first counts.
  void flaw(FlawKind kind, String what) {
    if (flaw == null) {
      flaw = kind;
      detail = what;
    }
  }

  /// Hands on the fix, or what is wrong with it.
  void deliver(FixSink sink, Supplier<String> where) {
    check();
    if (flaw != null) {
      sink.flaw(new Flaw(where.get(), flaw, detail));
      return;
    }
    sink.fix(
        user,
        device,
        new Fix(
            Instant.ofEpochMilli(millis),
            new Coordinate(lat, lon),
            known(altitude),
            known(accuracy),
            notNegative(speed),
            notNegative(heading),
            null));
  }

  static String quoted(String text) {
    return text.length() <= SHOWN ? '"' + text + '"' : '"' + text.substring(0, SHOWN) + "…\"";
  }

  private void check() {
    if (flaw != null) {
      return;
    }
    if (Double.isNaN(lat) || Double.isNaN(lon)) {
      flaw(FlawKind.NO_POSITION, "latitude or longitude is missing");
    } else if (!Coordinate.isOnEarth(lat, lon)) {
      flaw(FlawKind.BAD_POSITION, lat + ", " + lon);
    } else if (!hasTime) {
      flaw(FlawKind.NO_TIME, lat + ", " + lon);
    } else if (accuracy < 0) {
      flaw(FlawKind.BAD_POSITION, "accuracy " + accuracy + ": the device had no position");
    } else if (isAbsurd(altitude) || isAbsurd(accuracy) || isAbsurd(speed) || heading > 360) {
      flaw(FlawKind.BAD_NUMBER, "an altitude, accuracy, speed or heading beyond any measure");
    }
  }

  private @Nullable String checked(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      return null;
    }
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      flaw(FlawKind.BAD_NAME, quoted(name));
    }
    return name;
  }

  private static boolean isAbsurd(double value) {
    return Math.abs(value) > LARGEST;
  }

  private static @Nullable Double known(double value) {
    return Double.isNaN(value) ? null : Double.valueOf(value);
  }

  private static @Nullable Double notNegative(double value) {
    return value >= 0 ? Double.valueOf(value) : null;
  }
}

package polo.geo.track;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;

/// All fixes of one user in time order, as columns: one fix costs 40 bytes and no object.
///
/// Devices are merged by time, within one millisecond by device id. Reports of one device for one
/// millisecond collapse into the one that [Fix#PREFERENCE] puts first. So a track is a pure
/// function of the set of fixes, whatever order they arrived in. Nothing else is dropped here:
/// which fixes to distrust is said by [Flagger].
///
/// Fixes are named by their index, 0 to [#size] - 1.
public final class Track {

  /// Taken for the accuracy of a fix that claims none, metres.
  public static final double NOMINAL_ACCURACY_METERS = 30;

  private final String userId;
  private final String[] devices;
  private final long[] deviceSeeds;
  private final int size;
  private final long[] millis;
  private final double[] latitudes;
  private final double[] longitudes;
  private final float[] accuracies;
  private final float[] altitudes;
  private final Activity[] activities;
  private final int[] deviceOf;

  private Track(String userId, DeviceFix[] sorted) {
    this.userId = userId;
    this.devices = devicesOf(sorted);
    this.deviceSeeds = seeds(userId, devices);
    this.millis = new long[sorted.length];
    this.latitudes = new double[sorted.length];
    this.longitudes = new double[sorted.length];
    this.accuracies = new float[sorted.length];
    this.altitudes = new float[sorted.length];
    this.activities = new Activity[sorted.length];
    this.deviceOf = new int[sorted.length];
    this.size = fill(sorted);
  }

  /// The track of these fixes, which may come in any order and more than once.
  public static Track of(String userId, Collection<DeviceFix> fixes) {
    DeviceFix[] sorted = fixes.toArray(new DeviceFix[0]);
    Arrays.sort(sorted, DeviceFix.ORDER);
    return new Track(userId, sorted);
  }

  public String userId() {
    return userId;
  }

  public int size() {
    return size;
  }

  /// When the fix was measured, milliseconds since 1970.
  public long millis(int index) {
    return millis[index];
  }

  public Instant at(int index) {
    return Instant.ofEpochMilli(millis[index]);
  }

  public double latitude(int index) {
    return latitudes[index];
  }

  public double longitude(int index) {
    return longitudes[index];
  }

  public Coordinate position(int index) {
    return new Coordinate(latitudes[index], longitudes[index]);
  }

  /// The accuracy the device claims, metres; [#NOMINAL_ACCURACY_METERS] when it claims none;
  /// infinite when the device itself says that the position is void (a negative accuracy).
  public double accuracyMeters(int index) {
    return accuracies[index];
  }

  /// Metres; NaN when the device gave none.
  public double altitudeMeters(int index) {
    return altitudes[index];
  }

  /// What the device believed its owner was doing.
  public Activity activity(int index) {
    return activities[index];
  }

  /// A number for the device, the same for all its fixes in this track.
  public int device(int index) {
    return deviceOf[index];
  }

  public double metersBetween(int one, int other) {
    return Coordinate.metersBetween(
        latitudes[one], longitudes[one], latitudes[other], longitudes[other]);
  }

  /// The first fix of the same millisecond as this one: usually the fix itself.
  public int firstOfItsMoment(int index) {
    int first = index;
    while (first > 0 && millis[first - 1] == millis[index]) {
      first--;
    }
    return first;
  }

  /// A number that is this fix's own: of the user, the device and the time, of nothing else.
  long hash(int index) {
    return Fingerprint.mix(deviceSeeds[deviceOf[index]] ^ millis[index]);
  }

  private static String[] devicesOf(DeviceFix[] fixes) {
    return Arrays.stream(fixes).map(DeviceFix::deviceId).distinct().sorted().toArray(String[]::new);
  }

  private static long[] seeds(String userId, String[] devices) {
    long user = Fingerprint.hash(userId);
    return Arrays.stream(devices)
        .mapToLong(device -> Fingerprint.mix(user + Fingerprint.hash(device)))
        .toArray();
  }

  private int fill(DeviceFix[] sorted) {
    int count = 0;
    int device = 0;
    @Nullable DeviceFix previous = null;
    for (DeviceFix sighting : sorted) {
      if (previous != null && isSameReport(previous, sighting)) {
        continue;
      }
      if (!devices[device].equals(sighting.deviceId())) {
        device = Arrays.binarySearch(devices, sighting.deviceId());
      }
      put(count++, device, sighting.fix());
      previous = sighting;
    }
    return count;
  }

  private static boolean isSameReport(DeviceFix one, DeviceFix other) {
    return one.fix().at().equals(other.fix().at()) && one.deviceId().equals(other.deviceId());
  }

  private void put(int index, int device, Fix fix) {
    millis[index] = fix.at().toEpochMilli();
    latitudes[index] = fix.position().latitude();
    longitudes[index] = fix.position().longitude();
    accuracies[index] = accuracy(fix.accuracyMeters());
    altitudes[index] = fix.altitudeMeters() == null ? Float.NaN : fix.altitudeMeters().floatValue();
    activities[index] = Activity.of(fix.activity());
    deviceOf[index] = device;
  }

  private static float accuracy(@Nullable Double meters) {
    if (meters == null || meters == 0) {
      return (float) NOMINAL_ACCURACY_METERS;
    }
    return meters < 0 ? Float.POSITIVE_INFINITY : meters.floatValue();
  }
}

package polo.fleet.edge.files;

import java.time.Instant;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;
import polo.geo.track.DeviceFix;

/// Fixes as columns of numbers: a third of what they cost as objects. The readers know no activity
/// hints, so none are kept.
final class FixTable extends AbstractCollection<DeviceFix> {

  private static final int NUMBERS = 6;

  private final List<String> devices = new ArrayList<>();
  private int[] device = new int[64];
  private long[] millis = new long[64];

  /// Latitude, longitude, altitude, accuracy, speed, heading of each fix; NaN when unknown.
  private double[] numbers = new double[64 * NUMBERS];

  private int size;

  void add(String deviceId, Fix fix) {
    if (size == millis.length) {
      grow();
    }
    device[size] = number(deviceId);
    millis[size] = fix.at().toEpochMilli();
    int row = size * NUMBERS;
    numbers[row] = fix.position().latitude();
    numbers[row + 1] = fix.position().longitude();
    numbers[row + 2] = orNan(fix.altitudeMeters());
    numbers[row + 3] = orNan(fix.accuracyMeters());
    numbers[row + 4] = orNan(fix.speedMps());
    numbers[row + 5] = orNan(fix.headingDegrees());
    size++;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Iterator<DeviceFix> iterator() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < size;
      }

      @Override
      public DeviceFix next() {
        if (next >= size) {
          throw new NoSuchElementException();
        }
        return get(next++);
      }
    };
  }

  private DeviceFix get(int index) {
    int row = index * NUMBERS;
    return new DeviceFix(
        devices.get(device[index]),
        new Fix(
            Instant.ofEpochMilli(millis[index]),
            new Coordinate(numbers[row], numbers[row + 1]),
            orNull(numbers[row + 2]),
            orNull(numbers[row + 3]),
            orNull(numbers[row + 4]),
            orNull(numbers[row + 5]),
            null));
  }

  /// Users have few devices, and mostly the last one again.
  private int number(String deviceId) {
    int last = size == 0 ? 0 : device[size - 1];
    if (!devices.isEmpty() && devices.get(last).equals(deviceId)) {
      return last;
    }
    int known = devices.indexOf(deviceId);
    if (known >= 0) {
      return known;
    }
    devices.add(deviceId);
    return devices.size() - 1;
  }

  private void grow() {
    int capacity = size + (size >> 1);
    device = Arrays.copyOf(device, capacity);
    millis = Arrays.copyOf(millis, capacity);
    numbers = Arrays.copyOf(numbers, capacity * NUMBERS);
  }

  private static double orNan(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }

  private static @Nullable Double orNull(double value) {
    return Double.isNaN(value) ? null : Double.valueOf(value);
  }
}

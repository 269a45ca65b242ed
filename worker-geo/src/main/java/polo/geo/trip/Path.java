package polo.geo.trip;

import java.util.Arrays;
import polo.geo.track.Flagger;
import polo.geo.track.Track;

/// The good fixes of a movement, in order, by their index in the track.
final class Path {

  private final Track track;
  private final int[] fixes;

  private Path(Track track, int[] fixes) {
    this.track = track;
    this.fixes = fixes;
  }

  static Path of(Movement movement, Flagger flags) {
    int[] fixes = new int[movement.last() - movement.first() + 1];
    int count = 0;
    fixes[count++] = movement.first();
    for (int i = movement.first() + 1; i < movement.last(); i++) {
      if (flags.isGood(i)) {
        fixes[count++] = i;
      }
    }
    if (movement.last() > movement.first()) {
      fixes[count++] = movement.last();
    }
    return new Path(flags.track(), Arrays.copyOf(fixes, count));
  }

  /// Only these of its fixes.
  Path of(int[] some, int count) {
    return new Path(track, Arrays.copyOf(some, count));
  }

  Track track() {
    return track;
  }

  int size() {
    return fixes.length;
  }

  int fix(int step) {
    return fixes[step];
  }

  long millis(int step) {
    return track.millis(fixes[step]);
  }

  /// Since the step before.
  double seconds(int step) {
    return (millis(step) - millis(step - 1)) / 1000.0;
  }

  double metersBetween(int one, int other) {
    return track.metersBetween(fixes[one], fixes[other]);
  }

  /// The last step at or before a fix of the track; the first one when all are later.
  int lastStepUpTo(int fix) {
    int found = Arrays.binarySearch(fixes, fix);
    return Math.max(0, found >= 0 ? found : -found - 2);
  }

  /// The first step at or after a fix of the track; the last one when all are earlier.
  int firstStepFrom(int fix) {
    int found = Arrays.binarySearch(fixes, fix);
    return Math.min(size() - 1, found >= 0 ? found : -found - 1);
  }

  /// How far from its first fix it gets.
  double reachMeters() {
    double reach = 0;
    for (int i = 1; i < fixes.length; i++) {
      reach = Math.max(reach, metersBetween(0, i));
    }
    return reach;
  }

  /// The longest time without a fix.
  long longestPauseMillis() {
    long longest = 0;
    for (int i = 1; i < fixes.length; i++) {
      longest = Math.max(longest, millis(i) - millis(i - 1));
    }
    return longest;
  }
}

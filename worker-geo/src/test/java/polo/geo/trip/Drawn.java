package polo.geo.trip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import polo.common.earth.Fix;
import polo.geo.Story;
import polo.geo.track.DeviceFix;
import polo.geo.track.OutlierRules;
import polo.geo.track.Track;

/// Draws a path fix by fix: metres east and north of a spot, with noise of its own.
final class Drawn {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Random noise;
  private final List<DeviceFix> fixes = new ArrayList<>();

  Drawn(long seed) {
    this.noise = new Random(seed);
  }

  /// A fix that is off by `sigma` and claims twice that.
  Drawn fix(double seconds, double east, double north, double sigma) {
    return claim(
        seconds,
        east + sigma * noise.nextGaussian(),
        north + sigma * noise.nextGaussian(),
        2 * sigma);
  }

  /// A fix just there.
  Drawn claim(double seconds, double east, double north, double accuracy) {
    var spot = Story.spot(east, north);
    Instant at = NOON.plusMillis(Math.round(1000 * seconds));
    fixes.add(new DeviceFix("phone", Fix.of(at, spot.latitude(), spot.longitude(), accuracy)));
    return this;
  }

  Path path() {
    Track track = Track.of("ada", fixes);
    Movement all = new Movement(0, track.size() - 1, 0, 1, false, false, List.of());
    return Path.of(all, OutlierRules.DEFAULT.flagger(track, 0));
  }

  /// The plain sum of a path's steps.
  static double steps(Path path) {
    return IntStream.range(1, path.size()).mapToDouble(i -> path.metersBetween(i - 1, i)).sum();
  }

  SmoothPath smooth() {
    return Smoother.DEFAULT.smooth(path());
  }
}

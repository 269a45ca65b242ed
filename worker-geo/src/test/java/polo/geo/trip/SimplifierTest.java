package polo.geo.trip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;
import polo.geo.track.DeviceFix;
import polo.geo.track.LocalPlane;
import polo.geo.track.OutlierRules;
import polo.geo.track.Track;

class SimplifierTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void the_simplified_line_passes_every_fix_within_the_tolerance(long seed) {
    Track track = randomWalk(seed);

    List<Coordinate> line = new Simplifier(20).simplified(asItIs(track), 0, track.size() - 1);

    assertThat(line.size()).isLessThan(track.size() / 2);
    assertThat(line.getFirst()).isEqualTo(track.position(0));
    assertThat(line.getLast()).isEqualTo(track.position(track.size() - 1));
    assertThat(IntStream.range(0, track.size()).mapToObj(track::position))
        .allMatch(point -> metersOff(point, line) <= 20.1);
  }

  private static Track randomWalk(long seed) {
    Random random = new Random(seed);
    List<DeviceFix> fixes = new ArrayList<>();
    Coordinate at = new Coordinate(10, 179.99);
    for (int i = 0; i < 400; i++) {
      at =
          LocalPlane.at(at.latitude(), at.longitude())
              .point(random.nextDouble(9), random.nextGaussian(0, 4));
      fixes.add(
          new DeviceFix("phone", Fix.of(NOON.plusSeconds(i), at.latitude(), at.longitude(), 5)));
    }
    return Track.of("ada", fixes);
  }

  private static Path path(Track track) {
    Movement all = new Movement(0, track.size() - 1, 0, 1, false, false, List.of());
    return Path.of(all, OutlierRules.DEFAULT.flagger(track, 0));
  }

  private static SmoothPath asItIs(Track track) {
    SmoothPath path = new SmoothPath(path(track));
    IntStream.range(0, track.size()).forEach(i -> path.set(i, track.position(i), 0, 0));
    return path;
  }

  /// By brute force: from the nearest of all the line's pieces.
  private static double metersOff(Coordinate point, List<Coordinate> line) {
    return IntStream.range(1, line.size())
        .mapToDouble(i -> metersOff(point, line.get(i - 1), line.get(i)))
        .min()
        .orElseThrow();
  }

  private static double metersOff(Coordinate point, Coordinate from, Coordinate to) {
    LocalPlane plane = LocalPlane.at(from.latitude(), from.longitude());
    double x = plane.east(point.longitude());
    double y = plane.north(point.latitude());
    double toX = plane.east(to.longitude());
    double toY = plane.north(to.latitude());
    double along = Math.clamp((x * toX + y * toY) / Math.max(1e-9, toX * toX + toY * toY), 0, 1);
    return Math.hypot(x - along * toX, y - along * toY);
  }
}

package polo.testkit.track;

import java.util.Arrays;
import java.util.List;
import polo.common.earth.Coordinate;

/// A line on the ground, travelled from its first point to its last.
public final class Way {

  private final List<Coordinate> points;
  // Distance from the start to each point.
  private final double[] meters;

  /// The way through `points`, at least one.
  public Way(List<Coordinate> points) {
    this.points = List.copyOf(points);
    this.meters = new double[this.points.size()];
    for (int i = 1; i < meters.length; i++) {
      meters[i] = meters[i - 1] + this.points.get(i - 1).metersTo(this.points.get(i));
    }
  }

  public List<Coordinate> points() {
    return points;
  }

  public double meters() {
    return meters[meters.length - 1];
  }

  /// The point this far along; before the start it is the start, past the end the end.
  public Coordinate at(double distance) {
    int found = Arrays.binarySearch(meters, distance);
    int next = found >= 0 ? found : -found - 1;
    if (next == 0) {
      return points.getFirst();
    }
    if (next == meters.length) {
      return points.getLast();
    }
    double share = (distance - meters[next - 1]) / (meters[next] - meters[next - 1]);
    return between(points.get(next - 1), points.get(next), share);
  }

  // Straight in degrees: the points of a way are near each other and never astride the
  // antimeridian.
  private static Coordinate between(Coordinate from, Coordinate to, double share) {
    return new Coordinate(
        from.latitude() + share * (to.latitude() - from.latitude()),
        from.longitude() + share * (to.longitude() - from.longitude()));
  }
}

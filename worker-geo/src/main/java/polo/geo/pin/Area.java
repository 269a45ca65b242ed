package polo.geo.pin;

import java.util.List;
import polo.common.earth.Coordinate;
import polo.geo.track.LocalPlane;

/// A piece of ground: a circle, or a polygon with a spot in it that stands for it.
///
/// @param radiusMeters of the circle; of the polygon it has no meaning
/// @param corners of the polygon in order, at least three; none for a circle
public record Area(Coordinate centre, double radiusMeters, List<Coordinate> corners) {

  /// Larger is no place.
  private static final double LARGEST_METERS = 100_000;

  public Area {
    // Written positively, so that NaN fails too.
    if (!(radiusMeters >= 0 && radiusMeters <= LARGEST_METERS)) {
      throw new IllegalArgumentException("radius outside 0..100 km: " + radiusMeters);
    }
    if (corners.size() == 1 || corners.size() == 2) {
      throw new IllegalArgumentException("a polygon has at least three corners");
    }
    if (corners.stream().anyMatch(corner -> corner.metersTo(centre) > LARGEST_METERS)) {
      throw new IllegalArgumentException("a corner is more than 100 km from the centre");
    }
    corners = List.copyOf(corners);
  }

  public static Area circle(Coordinate centre, double radiusMeters) {
    return new Area(centre, radiusMeters, List.of());
  }

  /// This area, or a circle around its centre when that reaches further.
  public Area atLeast(double meters) {
    return corners.isEmpty() && radiusMeters < meters ? circle(centre, meters) : this;
  }

  public double metersTo(double lat, double lon) {
    return Coordinate.metersBetween(centre.latitude(), centre.longitude(), lat, lon);
  }

  public boolean contains(double lat, double lon) {
    return corners.isEmpty() ? metersTo(lat, lon) <= radiusMeters : polygonContains(lat, lon);
  }

  /// A ray to the east crosses the edge of what it begins in an odd number of times.
  private boolean polygonContains(double lat, double lon) {
    LocalPlane plane = LocalPlane.at(lat, lon);
    boolean inside = false;
    Coordinate previous = corners.getLast();
    for (Coordinate corner : corners) {
      double north = plane.north(corner.latitude());
      double before = plane.north(previous.latitude());
      if (north > 0 != before > 0) {
        double east = plane.east(corner.longitude());
        double crossing =
            east - north * (plane.east(previous.longitude()) - east) / (before - north);
        inside ^= crossing > 0;
      }
      previous = corner;
    }
    return inside;
  }
}

package polo.geo.edge.geodata;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/// Makes polygons of rings.
final class Rings {

  static final GeometryFactory GEOMETRY = new GeometryFactory();

  private static final int FEWEST_POINTS = 4;

  private Rings() {}

  /// A ring, closed when it was left open.
  ///
  /// @throws IllegalArgumentException when it has fewer than three corners or no numbers
  static LinearRing ring(List<Coordinate> points) {
    List<Coordinate> closed = new ArrayList<>(points);
    if (!closed.isEmpty() && !closed.getFirst().equals2D(closed.getLast())) {
      closed.add(closed.getFirst().copy());
    }
    if (closed.size() < FEWEST_POINTS) {
      throw new IllegalArgumentException("a ring of %d points".formatted(points.size()));
    }
    for (Coordinate point : closed) {
      if (!Double.isFinite(point.x) || !Double.isFinite(point.y)) {
        throw new IllegalArgumentException("a ring with a point that is no number");
      }
    }
    return GEOMETRY.createLinearRing(closed.toArray(new Coordinate[0]));
  }

  /// Polygons of a shapefile's rings: outer ones run clockwise, holes the other way. A hole belongs
  /// to the smallest outer ring around its first point.
  static Geometry polygons(List<LinearRing> rings) {
    List<LinearRing> outers = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    for (LinearRing ring : rings) {
      (Orientation.isCCW(ring.getCoordinates()) ? holes : outers).add(ring);
    }
    if (outers.isEmpty()) {
      outers.addAll(holes);
      holes.clear();
    }
    List<List<LinearRing>> holesOf = new ArrayList<>();
    outers.forEach(outer -> holesOf.add(new ArrayList<>()));
    for (LinearRing hole : holes) {
      int around = outerAround(hole, outers);
      if (around >= 0) {
        holesOf.get(around).add(hole);
      }
    }
    Polygon[] polygons = new Polygon[outers.size()];
    for (int i = 0; i < polygons.length; i++) {
      polygons[i] =
          GEOMETRY.createPolygon(outers.get(i), holesOf.get(i).toArray(new LinearRing[0]));
    }
    return polygons.length == 1 ? polygons[0] : GEOMETRY.createMultiPolygon(polygons);
  }

  private static int outerAround(LinearRing hole, List<LinearRing> outers) {
    int best = -1;
    for (int i = 0; i < outers.size(); i++) {
      LinearRing outer = outers.get(i);
      if (outer.getEnvelopeInternal().covers(hole.getEnvelopeInternal())
          && RayCrossingCounter.locatePointInRing(hole.getCoordinateN(0), outer.getCoordinates())
              != Location.EXTERIOR
          && (best < 0
              || outers.get(best).getEnvelopeInternal().covers(outer.getEnvelopeInternal()))) {
        best = i;
      }
    }
    return best;
  }
}

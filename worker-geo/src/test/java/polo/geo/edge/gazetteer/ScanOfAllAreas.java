package polo.geo.edge.gazetteer;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import polo.common.earth.Coordinate;

/// The plain version of [AreaIndex]: JTS counts the crossings of each segment of each area.
/// Positions stand half a unit north-west, between the vertices, as they do there.
record ScanOfAllAreas(Boundaries boundaries) {

  List<Integer> areasAt(Coordinate position) {
    List<Integer> inside = new ArrayList<>();
    for (int area = 0; area < boundaries.areas().size(); area++) {
      if (contains(boundaries.areas().get(area), position)) {
        inside.add(area);
      }
    }
    return inside;
  }

  private boolean contains(Boundaries.Area area, Coordinate position) {
    RayCrossingCounter counter =
        new RayCrossingCounter(
            vertex(
                GridUnits.of(position.longitude()) - 0.5, GridUnits.of(position.latitude()) + 0.5));
    for (int line : area.lines()) {
      int[] points = boundaries.lines().get(line);
      var from = vertex(points[0], points[1]);
      for (int i = 2; i < points.length; i += 2) {
        var to = vertex(points[i], points[i + 1]);
        counter.countSegment(from, to);
        from = to;
      }
    }
    return counter.isPointInPolygon();
  }

  private static org.locationtech.jts.geom.Coordinate vertex(double x, double y) {
    return new org.locationtech.jts.geom.Coordinate(x, y);
  }
}

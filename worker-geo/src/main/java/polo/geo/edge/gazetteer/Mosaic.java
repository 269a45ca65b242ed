package polo.geo.edge.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import polo.geo.edge.gazetteer.Segments.Line;
import polo.geo.edge.gazetteer.Segments.Segment;

/// Makes areas that meet exactly of areas whose lines cross, overlap or nearly meet.
///
/// All lines are cut where they meet, on the grid (snap rounding: Hobby 1999; Goodrich et al.
/// 1997). Between them lie faces, each wholly inside or outside of each area, and a rule says whose
/// each face is. A line between two areas is then there once. Cost: seconds for a million points,
/// some 500 bytes a point.
final class Mosaic {

  private static final GeometryFactory GRID = new GeometryFactory(new PrecisionModel(1));

  /// Whose a face is.
  interface Rule {
    /// Decides.
    ///
    /// @param claimants labels of the areas it lies in
    /// @return labels of those it belongs to
    Set<String> ownersOf(Set<String> claimants, Polygon face);
  }

  private Mosaic() {}

  /// @param crossing areas with lines of any kind
  static Boundaries of(Boundaries crossing, Rule rule) {
    return boundaries(owners(crossing, rule));
  }

  /// What each piece of the lines bounds.
  static SortedMap<Segment, Set<String>> owners(Boundaries crossing, Rule rule) {
    AreaIndex index = new AreaIndex(new AreaIndexWriter(crossing).toBuffer());
    SortedMap<Segment, Set<String>> owners = new TreeMap<>();
    for (Polygon face : faces(crossing.lines())) {
      Set<String> claimants = new TreeSet<>();
      for (int area : index.areasAt(positionIn(face))) {
        claimants.add(crossing.areas().get(area).label());
      }
      for (String owner : new TreeSet<>(rule.ownersOf(claimants, face))) {
        toggle(owners, face, owner);
      }
    }
    owners.values().removeIf(Set::isEmpty);
    return owners;
  }

  private static List<Polygon> faces(List<int[]> lines) {
    List<SegmentString> strings = new ArrayList<>();
    for (int[] line : lines) {
      strings.add(new NodedSegmentString(coordinates(line), null));
    }
    SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(1));
    noder.computeNodes(strings);
    SortedMap<Segment, Boolean> pieces = new TreeMap<>();
    for (Object string : noder.getNodedSubstrings()) {
      Coordinate[] points = ((SegmentString) string).getCoordinates();
      for (int i = 1; i < points.length; i++) {
        long from = point(points[i - 1]);
        long to = point(points[i]);
        if (from != to) {
          pieces.put(Segment.of(from, to), true);
        }
      }
    }
    Polygonizer polygonizer = new Polygonizer();
    for (Line<Boolean> line : Segments.lines(pieces)) {
      polygonizer.add(GRID.createLineString(coordinates(line.points())));
    }
    List<Polygon> faces = new ArrayList<>();
    for (Object face : polygonizer.getPolygons()) {
      faces.add((Polygon) face);
    }
    faces.sort((some, other) -> some.compareTo(other));
    return faces;
  }

  private static polo.common.earth.Coordinate positionIn(Polygon face) {
    Coordinate inside = face.getInteriorPoint().getCoordinate();
    return new polo.common.earth.Coordinate(
        inside.y / GridUnits.PER_DEGREE, inside.x / GridUnits.PER_DEGREE);
  }

  private static void toggle(SortedMap<Segment, Set<String>> owners, Polygon face, String owner) {
    toggle(owners, face.getExteriorRing(), owner);
    for (int hole = 0; hole < face.getNumInteriorRing(); hole++) {
      toggle(owners, face.getInteriorRingN(hole), owner);
    }
  }

  private static void toggle(
      SortedMap<Segment, Set<String>> owners, LineString ring, String owner) {
    Coordinate[] points = ring.getCoordinates();
    for (int i = 1; i < points.length; i++) {
      Set<String> here =
          owners.computeIfAbsent(
              Segment.of(point(points[i - 1]), point(points[i])), unseen -> new TreeSet<>());
      if (!here.remove(owner)) {
        here.add(owner);
      }
    }
  }

  static Boundaries boundaries(SortedMap<Segment, Set<String>> owners) {
    List<int[]> lines = new ArrayList<>();
    Map<String, Set<Integer>> outlines = new HashMap<>();
    for (Line<Set<String>> line : Segments.lines(owners)) {
      for (String owner : line.bounds()) {
        outlines.computeIfAbsent(owner, unseen -> new HashSet<>()).add(lines.size());
      }
      lines.add(line.points());
    }
    return new Boundaries(lines, Boundaries.areasOf(outlines));
  }

  /// With fewer points: a line moves by at most `tolerance` grid units, its ends stay, and lines
  /// that didn't cross still don't. Since a line between two areas is there once, their borders
  /// stay alike.
  static Boundaries simplified(Boundaries areas, double tolerance) {
    LineString[] lines =
        areas.lines().stream()
            .map(line -> GRID.createLineString(coordinates(line)))
            .toArray(LineString[]::new);
    Geometry simpler =
        TopologyPreservingSimplifier.simplify(GRID.createMultiLineString(lines), tolerance);
    List<int[]> fewer = new ArrayList<>();
    for (int i = 0; i < simpler.getNumGeometries(); i++) {
      fewer.add(points(simpler.getGeometryN(i).getCoordinates()));
    }
    return new Boundaries(fewer, areas.areas());
  }

  static int[] points(Coordinate[] coordinates) {
    int[] points = new int[2 * coordinates.length];
    for (int i = 0; i < coordinates.length; i++) {
      points[2 * i] = (int) Math.round(coordinates[i].x);
      points[2 * i + 1] = (int) Math.round(coordinates[i].y);
    }
    return points;
  }

  private static Coordinate[] coordinates(int[] line) {
    Coordinate[] coordinates = new Coordinate[line.length / 2];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = new Coordinate(line[2 * i], line[2 * i + 1]);
    }
    return coordinates;
  }

  private static long point(Coordinate coordinate) {
    return Segments.point(Math.round(coordinate.x), Math.round(coordinate.y));
  }

  /// On the sphere; edges are taken as straight on a map of equal areas, which is right for small
  /// faces.
  static double squareKilometers(Polygon face) {
    double area = Math.abs(squareKilometers(face.getExteriorRing()));
    for (int hole = 0; hole < face.getNumInteriorRing(); hole++) {
      area -= Math.abs(squareKilometers(face.getInteriorRingN(hole)));
    }
    return area;
  }

  private static double squareKilometers(LineString ring) {
    Coordinate[] points = ring.getCoordinates();
    double kilometers = polo.common.earth.Coordinate.EARTH_RADIUS_METERS / 1_000;
    double sum = 0;
    for (int i = 1; i < points.length; i++) {
      double east = Math.toRadians((points[i].x - points[0].x) / GridUnits.PER_DEGREE);
      double before = Math.toRadians((points[i - 1].x - points[0].x) / GridUnits.PER_DEGREE);
      sum += before * height(points[i]) - east * height(points[i - 1]);
    }
    return sum / 2 * kilometers * kilometers;
  }

  private static double height(Coordinate point) {
    return Math.sin(Math.toRadians(point.y / GridUnits.PER_DEGREE));
  }
}

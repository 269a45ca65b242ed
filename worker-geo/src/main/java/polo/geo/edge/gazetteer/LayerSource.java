package polo.geo.edge.gazetteer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import polo.geo.edge.geodata.Shape;
import polo.geo.edge.geodata.ShapeFile;
import polo.geo.edge.geodata.ShapeFiles;
import polo.geo.edge.geodata.ToWgs84;

/// Reads one file of boundaries and makes clean areas of it: coordinates turned into WGS 84 and put
/// on the grid, invalid rings repaired, overlaps given to the shape that comes first.
final class LayerSource {

  private static final double METERS_A_DEGREE =
      polo.common.earth.Coordinate.EARTH_RADIUS_METERS * Math.PI / 180;

  private final BoundaryLayer layer;
  private final String file;
  private final AreaCode codes;
  private final Complaints complaints;
  private final List<int[]> lines = new ArrayList<>();
  private final Map<String, Set<Integer>> outlines = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Double> overlaps = new TreeMap<>();
  private int repaired;
  private int rejected;
  private int gaps;
  private double gapSquareKilometers;

  LayerSource(BoundaryLayer layer, AreaCode codes, Complaints complaints) {
    this.layer = layer;
    this.file = String.valueOf(layer.file().getFileName());
    this.codes = codes;
    this.complaints = complaints;
  }

  /// @param names by label, where the file has them
  record Areas(Boundaries boundaries, Map<String, String> names, ImportReport.Layer report) {}

  Areas read() throws IOException {
    ShapeFile shapes = ShapeFiles.read(layer.file(), layer.table());
    ToWgs84 toWgs84 =
        ToWgs84.from(layer.coordinates().isEmpty() ? shapes.coordinates() : layer.coordinates());
    shapes.rejected().forEach((where, why) -> reject(where, why, ""));
    shapes.shapes().forEach(shape -> add(shape, toWgs84));
    Boundaries crossing = new Boundaries(lines, Boundaries.areasOf(outlines));
    Boundaries exact = Mosaic.of(crossing, this::ownerOf);
    double tolerance = layer.toleranceMeters() / METERS_A_DEGREE * GridUnits.PER_DEGREE;
    Boundaries simple = tolerance > 0 ? Mosaic.simplified(exact, tolerance) : exact;
    return new Areas(
        simple,
        names,
        new ImportReport.Layer(
            file,
            layer.level().name().toLowerCase(java.util.Locale.ROOT),
            toWgs84.name(),
            shapes.shapes().size() + shapes.rejected().size(),
            simple.areas().size(),
            repaired,
            rejected,
            new ImportReport.Points(pointsOf(exact), pointsOf(simple)),
            overlaps,
            gaps,
            gapSquareKilometers));
  }

  private static int pointsOf(Boundaries boundaries) {
    return boundaries.lines().stream().mapToInt(line -> line.length / 2).sum();
  }

  private void add(Shape shape, ToWgs84 toWgs84) {
    try {
      String label = codes.labelOf(shape);
      Geometry area = onGrid(onEarth(valid(shape, label), toWgs84));
      Set<Integer> outline = new HashSet<>();
      for (int part = 0; part < area.getNumGeometries(); part++) {
        addPolygon((Polygon) area.getGeometryN(part), outline);
      }
      // Shapes are areas of their own until each face has its owner; labels sort as the file does.
      outlines.put("%08d ".formatted(outlines.size()) + label, outline);
      String name = shape.attribute(layer.nameField());
      if (!name.isEmpty()) {
        names.putIfAbsent(label, name);
      }
    } catch (IllegalArgumentException e) {
      reject(shape.where(), String.valueOf(e.getMessage()), shape.attribute(layer.codeField()));
    }
  }

  private void reject(String where, String why, String code) {
    rejected++;
    complaints.add(file, "left out: " + why, (where + " " + code).strip());
  }

  private Geometry valid(Shape shape, String label) {
    Geometry geometry = shape.geometry();
    if (geometry instanceof Point) {
      throw new IllegalArgumentException("a point, not an area");
    }
    IsValidOp check = new IsValidOp(geometry);
    if (check.isValid()) {
      return geometry;
    }
    Geometry fixed = GeometryFixer.fix(geometry);
    if (fixed.isEmpty()) {
      throw new IllegalArgumentException("no area is left of its rings");
    }
    repaired++;
    Coordinate at = check.getValidationError().getCoordinate();
    complaints.add(
        file,
        "repaired: " + check.getValidationError().getMessage(),
        "%s %s at %.5f, %.5f".formatted(shape.where(), label, at.y, at.x));
    return fixed;
  }

  private static Geometry onEarth(Geometry shape, ToWgs84 toWgs84) {
    Geometry onEarth = toWgs84.apply(shape);
    for (Coordinate point : onEarth.getCoordinates()) {
      if (!(Math.abs(point.x) <= 180 && Math.abs(point.y) <= 90)) {
        throw new IllegalArgumentException("it lies outside of longitude and latitude");
      }
    }
    return onEarth;
  }

  private static Geometry onGrid(Geometry shape) {
    Geometry onGrid = shape.copy();
    onGrid.apply(
        (CoordinateFilter)
            point -> {
              point.x = GridUnits.of(point.x);
              point.y = GridUnits.of(point.y);
            });
    return onGrid;
  }

  private void addPolygon(Polygon polygon, Set<Integer> outline) {
    addRing(polygon.getExteriorRing().getCoordinates(), outline);
    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
      addRing(polygon.getInteriorRingN(hole).getCoordinates(), outline);
    }
  }

  private void addRing(Coordinate[] ring, Set<Integer> outline) {
    outline.add(lines.size());
    lines.add(Mosaic.points(ring));
  }

  private Set<String> ownerOf(Set<String> claimants, Polygon face) {
    if (claimants.isEmpty()) {
      gaps++;
      gapSquareKilometers += Mosaic.squareKilometers(face);
      return Set.of();
    }
    List<String> ranked =
        claimants.stream()
            .sorted()
            .map(claimant -> claimant.substring(claimant.indexOf(' ') + 1))
            .distinct()
            .toList();
    if (ranked.size() > 1) {
      overlaps.merge(String.join(" ", ranked), Mosaic.squareKilometers(face), Double::sum);
    }
    return Set.of(ranked.getFirst());
  }
}

package polo.geo.edge.geodata;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;

/// Turns coordinates of a system into longitude and latitude of WGS 84, by GeoTools.
///
/// The first EPSG code in a process costs a second and unpacks a database of 33 MB into the
/// temporary folder; well-known text costs half a second. WGS 84 by its usual names costs nothing.
public final class ToWgs84 {

  /// `EPSG:25831`, `urn:ogc:def:crs:EPSG::25831`.
  private static final Pattern EPSG =
      Pattern.compile("(?i)(?:EPSG:|urn:ogc:def:crs:EPSG:[^:]*:)(\\d+)");

  private static final Pattern WGS84 =
      Pattern.compile(
          "(?i)|EPSG:4326|urn:ogc:def:crs:EPSG:[^:]*:4326|urn:ogc:def:crs:OGC:[^:]*:CRS84|OGC:CRS84");

  private final String name;
  private final @Nullable MathTransform transform;
  private final boolean isNorthFirst;

  private ToWgs84(String name, @Nullable MathTransform transform, boolean isNorthFirst) {
    this.name = name;
    this.transform = transform;
    this.isNorthFirst = isNorthFirst;
  }

  /// Finds the way to WGS 84.
  ///
  /// @param coordinates an EPSG code or well-known text; empty for WGS 84
  /// @throws IOException when there is no such system, or no way from it to WGS 84
  public static ToWgs84 from(String coordinates) throws IOException {
    if (WGS84.matcher(coordinates).matches()) {
      return new ToWgs84("WGS 84", null, false);
    }
    try {
      Matcher code = EPSG.matcher(coordinates);
      CoordinateReferenceSystem system =
          code.matches() ? CRS.decode("EPSG:" + code.group(1), true) : CRS.parseWKT(coordinates);
      String name = code.matches() ? "EPSG:" + code.group(1) : String.valueOf(system.getName());
      if (CRS.equalsIgnoreMetadata(system, DefaultGeographicCRS.WGS84)) {
        return new ToWgs84(name, null, false);
      }
      boolean isNorthFirst = CRS.getAxisOrder(system) == CRS.AxisOrder.NORTH_EAST;
      return new ToWgs84(
          name, CRS.findMathTransform(system, DefaultGeographicCRS.WGS84, true), isNorthFirst);
    } catch (FactoryException e) {
      throw new IOException(
          "there is no way to WGS 84 from the coordinates " + coordinates + ": " + e.getMessage(),
          e);
    }
  }

  /// What the coordinates are called.
  public String name() {
    return name;
  }

  /// The same shape on Earth.
  ///
  /// @throws IllegalArgumentException when it lies where the system does not reach
  public Geometry apply(Geometry geometry) {
    if (transform == null) {
      return geometry;
    }
    Geometry source = geometry;
    if (isNorthFirst) {
      source = geometry.copy();
      source.apply((CoordinateFilter) ToWgs84::swap);
    }
    try {
      return JTS.transform(source, transform);
    } catch (TransformException e) {
      throw new IllegalArgumentException("it lies where its coordinates don't reach", e);
    }
  }

  private static void swap(Coordinate point) {
    double x = point.x;
    point.x = point.y;
    point.y = x;
  }
}

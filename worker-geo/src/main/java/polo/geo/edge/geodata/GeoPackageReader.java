package polo.geo.edge.geodata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/// Reads a layer of a GeoPackage (OGC 12-128r19), which is an SQLite file: geometries are
/// well-known binary behind a header.
final class GeoPackageReader {

  private static final int HEADER_BYTES = 8;

  /// Bytes of the box in the header, by its kind.
  private static final int[] BOX_BYTES = {0, 32, 48, 48, 64};

  private final Path file;
  private final String wanted;
  private final List<Shape> shapes = new ArrayList<>();
  private final Map<String, String> rejected = new TreeMap<>();

  /// @param layer empty where the file has just one
  GeoPackageReader(Path file, String layer) {
    this.file = file;
    this.wanted = layer;
  }

  private record Layer(String table, String column, String coordinates) {}

  ShapeFile read() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("there is no file " + file);
    }
    try (Connection connection =
        DriverManager.getConnection("jdbc:sqlite:file:" + file.toAbsolutePath() + "?mode=ro")) {
      Layer layer = layer(connection);
      readShapes(connection, layer);
      return new ShapeFile(layer.coordinates(), shapes, rejected);
    } catch (SQLException e) {
      throw new IOException(file + " is no GeoPackage: " + e.getMessage(), e);
    }
  }

  private Layer layer(Connection connection) throws SQLException, IOException {
    List<Layer> layers = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                """
                SELECT c.table_name, g.column_name, s.organization, s.organization_coordsys_id,
                       s.definition
                FROM gpkg_contents c JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
                     JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
                WHERE c.data_type = 'features' ORDER BY 1
                """);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        layers.add(new Layer(rows.getString(1), rows.getString(2), coordinates(rows)));
      }
    }
    List<Layer> fitting =
        layers.stream().filter(l -> wanted.isEmpty() || l.table().equals(wanted)).toList();
    if (fitting.size() != 1) {
      throw new IOException(
          "%s has the layers %s: name one"
              .formatted(file, layers.stream().map(Layer::table).toList()));
    }
    return fitting.getFirst();
  }

  private static String coordinates(ResultSet rows) throws SQLException {
    return "EPSG".equalsIgnoreCase(rows.getString(3))
        ? "EPSG:" + rows.getInt(4)
        : rows.getString(5);
  }

  private void readShapes(Connection connection, Layer layer) throws SQLException {
    String table = '"' + layer.table().replace("\"", "\"\"") + '"';
    try (PreparedStatement query =
            connection.prepareStatement("SELECT * FROM " + table + " ORDER BY rowid");
        ResultSet rows = query.executeQuery()) {
      ResultSetMetaData columns = rows.getMetaData();
      for (int number = 1; rows.next(); number++) {
        Map<String, String> attributes = new HashMap<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
          String name = columns.getColumnName(column);
          String value = name.equals(layer.column()) ? null : rows.getString(column);
          if (value != null) {
            attributes.put(name, value);
          }
        }
        add("row " + number, attributes, rows.getBytes(layer.column()));
      }
    }
  }

  private void add(String where, Map<String, String> attributes, byte[] blob) {
    try {
      shapes.add(new Shape(where, attributes, geometry(blob)));
    } catch (ParseException | IllegalArgumentException e) {
      rejected.put(where, String.valueOf(e.getMessage()));
    }
  }

  private static Geometry geometry(byte[] blob) throws ParseException {
    if (blob == null || blob.length < HEADER_BYTES || blob[0] != 'G' || blob[1] != 'P') {
      throw new IllegalArgumentException("no geometry");
    }
    int box = ByteBuffer.wrap(blob).get(3) >> 1 & 7;
    if (box >= BOX_BYTES.length || blob.length < HEADER_BYTES + BOX_BYTES[box]) {
      throw new IllegalArgumentException("a geometry that is cut off");
    }
    byte[] wkb = Arrays.copyOfRange(blob, HEADER_BYTES + BOX_BYTES[box], blob.length);
    Geometry geometry = new WKBReader(Rings.GEOMETRY).read(wkb);
    if (geometry instanceof Polygon
        || geometry instanceof MultiPolygon
        || geometry instanceof Point) {
      return geometry;
    }
    throw new IllegalArgumentException(
        "neither polygon nor point but " + geometry.getGeometryType());
  }
}

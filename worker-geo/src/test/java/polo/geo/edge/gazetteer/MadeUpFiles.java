package polo.geo.edge.gazetteer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

/// Writes small files of shapes in foreign formats.
final class MadeUpFiles {

  private MadeUpFiles() {}

  /// A shapefile of one ring, with a text attribute `CODE` and its `.prj`.
  static Path shapefile(Path file, String code, String projection, double... ring)
      throws IOException {
    int content = 4 + 32 + 8 + 4 + 8 * ring.length;
    ByteBuffer shp = ByteBuffer.allocate(100 + 8 + content);
    shp.putInt(0, 9994).putInt(24, shp.capacity() / 2);
    shp.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 5);
    shp.order(ByteOrder.BIG_ENDIAN).putInt(100, 1).putInt(104, content / 2);
    shp.order(ByteOrder.LITTLE_ENDIAN).position(108).putInt(5).position(144);
    shp.putInt(1).putInt(ring.length / 2).putInt(0);
    Arrays.stream(ring).forEach(shp::putDouble);
    Files.write(file, shp.array());
    String stem = file.toString().replace(".shp", "");
    Files.writeString(Path.of(stem + ".prj"), projection);
    Files.write(Path.of(stem + ".dbf"), dbf(code));
    return file;
  }

  private static byte[] dbf(String code) throws IOException {
    byte[] value = code.getBytes(UTF_8);
    ByteBuffer header = ByteBuffer.allocate(65).order(ByteOrder.LITTLE_ENDIAN);
    header.put(0, (byte) 3).putInt(4, 1).putShort(8, (short) 65).putShort(10, (short) 21);
    header.put(32, "CODE".getBytes(US_ASCII)).put(43, (byte) 'C').put(48, (byte) 20);
    header.put(64, (byte) 0x0d);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(header.array());
    out.write(' ');
    out.write(Arrays.copyOf(value, 20));
    return out.toByteArray();
  }

  /// A GeoPackage of one shape with the attributes `iso` and `label`.
  static Path geoPackage(Path file, String iso, String label, String wkt)
      throws SQLException, ParseException {
    Geometry shape = new WKTReader().read(wkt);
    byte[] wkb = new WKBWriter().write(shape);
    byte[] blob =
        ByteBuffer.allocate(8 + wkb.length)
            .put(new byte[] {'G', 'P', 0, 1})
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(4326)
            .put(wkb)
            .array();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = connection.createStatement()) {
      sql.executeUpdate("CREATE TABLE gpkg_contents (table_name, data_type)");
      sql.executeUpdate("CREATE TABLE gpkg_geometry_columns (table_name, column_name, srs_id)");
      sql.executeUpdate(
          "CREATE TABLE gpkg_spatial_ref_sys (srs_id, organization, organization_coordsys_id,"
              + " definition)");
      sql.executeUpdate("CREATE TABLE areas (fid INTEGER PRIMARY KEY, geom BLOB, iso, label)");
      sql.executeUpdate("INSERT INTO gpkg_contents VALUES ('areas', 'features')");
      sql.executeUpdate("INSERT INTO gpkg_geometry_columns VALUES ('areas', 'geom', 4326)");
      sql.executeUpdate("INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 'EPSG', 4326, 'x')");
      try (PreparedStatement row =
          connection.prepareStatement("INSERT INTO areas VALUES (1, ?, ?, ?)")) {
        row.setBytes(1, blob);
        row.setString(2, iso);
        row.setString(3, label);
        row.executeUpdate();
      }
    }
    return file;
  }

  /// GeoJSON of polygons: each a code and the text of its rings.
  static Path geoJson(Path file, String... codesAndRings) throws IOException {
    StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    for (int i = 0; i < codesAndRings.length; i += 2) {
      text.append(i == 0 ? "" : ",")
          .append(
              """
              {"type":"Feature","properties":{"code":"%s","title":"Name of %s"},
               "geometry":{"type":"Polygon","coordinates":[%s]}}
              """
                  .formatted(codesAndRings[i], codesAndRings[i], codesAndRings[i + 1]));
    }
    return Files.writeString(file, text.append("]}"));
  }
}

package polo.geo.edge.geodata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;

/// Reads an ESRI shapefile: `.shp`, beside it `.dbf` (attributes), `.prj` (coordinates) and `.cpg`
/// (character set; without it UTF-8 where that fits, else Latin 1). Polygons and points; heights
/// and measures are skipped. The layout is ESRI's white paper of July 1998.
final class ShapefileReader {

  private static final int MAGIC = 9994;
  private static final int HEADER_BYTES = 100;
  private static final int BOX_BYTES = 32;

  private final Path file;
  private final List<Shape> shapes = new ArrayList<>();
  private final Map<String, String> rejected = new TreeMap<>();

  ShapefileReader(Path file) {
    this.file = file;
  }

  ShapeFile read() throws IOException {
    ByteBuffer shp = ByteBuffer.wrap(Files.readAllBytes(file));
    if (shp.remaining() < HEADER_BYTES || shp.getInt(0) != MAGIC) {
      throw new IOException(file + " is no shapefile");
    }
    List<Map<String, String>> rows = rows();
    shp.position(HEADER_BYTES);
    for (int number = 0; shp.remaining() >= 2 * Integer.BYTES; number++) {
      shp.order(ByteOrder.BIG_ENDIAN);
      shp.getInt();
      int length = 2 * shp.getInt();
      if (length < Integer.BYTES || length > shp.remaining()) {
        throw new IOException("%s is cut off in record %d".formatted(file, number + 1));
      }
      ByteBuffer record = shp.slice(shp.position(), length).order(ByteOrder.LITTLE_ENDIAN);
      shp.position(shp.position() + length);
      add("record " + (number + 1), number < rows.size() ? rows.get(number) : Map.of(), record);
    }
    return new ShapeFile(text("prj").strip(), shapes, rejected);
  }

  private void add(String where, Map<String, String> attributes, ByteBuffer record) {
    try {
      shapes.add(new Shape(where, attributes, geometry(record)));
    } catch (IllegalArgumentException e) {
      rejected.put(where, String.valueOf(e.getMessage()));
    }
  }

  /// Types 1, 11, 21 are points, 5, 15, 25 polygons: plain, with height, with measure.
  private static Geometry geometry(ByteBuffer record) {
    int type = record.getInt();
    return switch (type % 10) {
      case 1 -> Rings.GEOMETRY.createPoint(point(record));
      case 5 -> polygons(record);
      case 0 -> throw new IllegalArgumentException("an empty shape");
      default -> throw new IllegalArgumentException("neither polygon nor point but type " + type);
    };
  }

  private static Geometry polygons(ByteBuffer record) {
    record.position(record.position() + BOX_BYTES);
    int[] start = new int[record.getInt() + 1];
    int points = record.getInt();
    for (int part = 0; part + 1 < start.length; part++) {
      start[part] = record.getInt();
    }
    start[start.length - 1] = points;
    List<LinearRing> rings = new ArrayList<>();
    for (int part = 0; part + 1 < start.length; part++) {
      List<Coordinate> ring = new ArrayList<>();
      for (int i = start[part]; i < start[part + 1]; i++) {
        ring.add(point(record));
      }
      rings.add(Rings.ring(ring));
    }
    return Rings.polygons(rings);
  }

  private static Coordinate point(ByteBuffer record) {
    return new Coordinate(record.getDouble(), record.getDouble());
  }

  private record Field(String name, int length) {}

  /// Rows of the `.dbf`, those marked as deleted included, since shapes go with them by number.
  private List<Map<String, String>> rows() throws IOException {
    Path path = beside("dbf");
    if (!Files.exists(path)) {
      return List.of();
    }
    byte[] bytes = Files.readAllBytes(path);
    ByteBuffer dbf = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int count = dbf.getInt(4);
    int header = Short.toUnsignedInt(dbf.getShort(8));
    int width = Short.toUnsignedInt(dbf.getShort(10));
    List<Field> fields = new ArrayList<>();
    for (int at = 32; at + 32 <= header && bytes[at] != 0x0d; at += 32) {
      int end = at;
      while (end < at + 11 && bytes[end] != 0) {
        end++;
      }
      fields.add(new Field(new String(bytes, at, end - at, UTF_8), bytes[at + 16] & 0xff));
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      int at = header + row * width + 1;
      Map<String, String> values = new TreeMap<>();
      for (Field field : fields) {
        String value = decoded(bytes, at, field.length()).replace("\0", "").strip();
        if (!value.isEmpty()) {
          values.put(field.name(), value);
        }
        at += field.length();
      }
      rows.add(values);
    }
    return rows;
  }

  private String decoded(byte[] bytes, int at, int length) throws IOException {
    String said = text("cpg").strip();
    if (!said.isEmpty()) {
      return new String(bytes, at, length, charset(said));
    }
    String text = new String(bytes, at, length, UTF_8);
    return text.indexOf('\uFFFD') < 0 ? text : new String(bytes, at, length, ISO_8859_1);
  }

  /// Bare numbers are those of code pages: 1252, or 88591 for ISO 8859-1.
  private static Charset charset(String said) {
    if (said.matches("8859\\d+")) {
      return Charset.forName("ISO-8859-" + said.substring(4));
    }
    return Charset.forName(said.matches("\\d+") ? "windows-" + said : said);
  }

  private String text(String ending) throws IOException {
    Path path = beside(ending);
    return Files.exists(path) ? Files.readString(path, ISO_8859_1) : "";
  }

  private Path beside(String ending) {
    String name = String.valueOf(file.getFileName());
    String stem = name.substring(0, name.length() - 3);
    Path lower = file.resolveSibling(stem + ending);
    return Files.exists(lower)
        ? lower
        : file.resolveSibling(stem + ending.toUpperCase(java.util.Locale.ROOT));
  }
}

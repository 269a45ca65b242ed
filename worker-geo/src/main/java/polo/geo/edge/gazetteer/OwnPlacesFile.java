package polo.geo.edge.gazetteer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Point;
import polo.common.earth.Coordinate;
import polo.geo.edge.geodata.ShapeFile;
import polo.geo.edge.geodata.ShapeFiles;

/// Reads the user's own places: CSV with a header (`name`, `lat`, `lon`, and if one likes `radius`
/// in metres and `kind`: `place` or `town`), or points of GeoJSON with these properties.
record OwnPlacesFile(Path file, Complaints complaints) {

  private static final double USUAL_RADIUS_METERS = 100;

  List<OwnPlace> read() throws IOException {
    return name().toLowerCase(Locale.ROOT).endsWith(".csv") ? rows() : points();
  }

  private String name() {
    return String.valueOf(file.getFileName());
  }

  private List<OwnPlace> rows() throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty()) {
      throw new IOException(file + " has no header");
    }
    List<String> header =
        fields(lines.getFirst().replace("\uFEFF", "")).stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .toList();
    if (!header.containsAll(List.of("name", "lat", "lon"))) {
      throw new IOException(file + " has no columns name, lat and lon");
    }
    List<OwnPlace> places = new ArrayList<>();
    for (int number = 1; number < lines.size(); number++) {
      if (lines.get(number).isBlank()) {
        continue;
      }
      Map<String, String> row = new HashMap<>();
      List<String> fields = fields(lines.get(number));
      for (int i = 0; i < Math.min(fields.size(), header.size()); i++) {
        row.put(header.get(i), fields.get(i).strip());
      }
      add(places, "line " + (number + 1), row);
    }
    return places;
  }

  /// Fields of a line (RFC 4180, without line breaks inside).
  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && isQuoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append(c);
        i++;
      } else if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == ',' && !isQuoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  private List<OwnPlace> points() throws IOException {
    ShapeFile shapes = ShapeFiles.read(file, "");
    shapes.rejected().forEach((where, why) -> complaints.add(name(), "left out: " + why, where));
    List<OwnPlace> places = new ArrayList<>();
    shapes
        .shapes()
        .forEach(shape -> {
          if (shape.geometry() instanceof Point point) {
            Map<String, String> row = new HashMap<>(shape.attributes());
            row.put("lat", Double.toString(point.getY()));
            row.put("lon", Double.toString(point.getX()));
            add(places, shape.where(), row);
          } else {
            complaints.add(name(), "left out: no point", shape.where());
          }
        });
    return places;
  }

  private void add(List<OwnPlace> places, String where, Map<String, String> row) {
    try {
      places.add(place(row));
    } catch (IllegalArgumentException e) {
      complaints.add(
          name(),
          "left out: " + (e instanceof NumberFormatException ? "no number" : e.getMessage()),
          (where + " " + row.getOrDefault("name", "")).strip());
    }
  }

  private static OwnPlace place(Map<String, String> row) {
    String name = row.getOrDefault("name", "");
    String radius = row.getOrDefault("radius", "");
    double latitude = Double.parseDouble(row.getOrDefault("lat", ""));
    double longitude = Double.parseDouble(row.getOrDefault("lon", ""));
    double meters = radius.isEmpty() ? USUAL_RADIUS_METERS : Double.parseDouble(radius);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("no name");
    }
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("no position on Earth");
    }
    if (!(meters > 0 && meters <= OwnPlace.LARGEST_RADIUS_METERS)) {
      throw new IllegalArgumentException("a radius that is not between 0 and 50 km");
    }
    return new OwnPlace(
        name,
        new Coordinate(latitude, longitude),
        meters,
        row.getOrDefault("kind", "").equals("town"));
  }
}

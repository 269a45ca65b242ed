package polo.geo.edge.geodata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import polo.common.edge.json.Json;
import tools.jackson.databind.JsonNode;

/// Reads GeoJSON (RFC 7946): polygons and points. The member `crs` of 2008 is honoured.
///
/// Holds all of the file while reading it, some ten times its size.
final class GeoJsonReader {

  private final Path file;
  private final List<Shape> shapes = new ArrayList<>();
  private final Map<String, String> rejected = new TreeMap<>();

  GeoJsonReader(Path file) {
    this.file = file;
  }

  ShapeFile read() throws IOException {
    JsonNode root = Json.tree(Files.readAllBytes(file));
    String type = root.path("type").asString("");
    if (type.equals("FeatureCollection")) {
      int number = 0;
      for (JsonNode feature : root.path("features")) {
        number++;
        add("feature " + number, feature);
      }
    } else if (type.equals("Feature")) {
      add("feature 1", root);
    } else {
      throw new IOException(file + " is no GeoJSON collection of features");
    }
    String coordinates = root.path("crs").path("properties").path("name").asString("");
    return new ShapeFile(coordinates, shapes, rejected);
  }

  private void add(String where, JsonNode feature) {
    try {
      Map<String, String> attributes = new HashMap<>();
      feature
          .path("properties")
          .properties()
          .forEach(property -> {
            JsonNode value = property.getValue();
            if (value.isValueNode() && !value.isNull()) {
              attributes.put(property.getKey(), value.asString());
            }
          });
      shapes.add(new Shape(where, attributes, geometry(feature.path("geometry"))));
    } catch (IllegalArgumentException e) {
      rejected.put(where, String.valueOf(e.getMessage()));
    }
  }

  private static Geometry geometry(JsonNode geometry) {
    JsonNode coordinates = geometry.path("coordinates");
    String type = geometry.path("type").asString("nothing");
    return switch (type) {
      case "Point" -> Rings.GEOMETRY.createPoint(point(coordinates));
      case "Polygon" -> polygon(coordinates);
      case "MultiPolygon" ->
          Rings.GEOMETRY.createMultiPolygon(
              each(coordinates).map(GeoJsonReader::polygon).toArray(Polygon[]::new));
      default -> throw new IllegalArgumentException("neither polygon nor point but " + type);
    };
  }

  private static Polygon polygon(JsonNode rings) {
    List<LinearRing> all =
        each(rings).map(ring -> Rings.ring(each(ring).map(GeoJsonReader::point).toList())).toList();
    if (all.isEmpty()) {
      throw new IllegalArgumentException("a polygon without rings");
    }
    return Rings.GEOMETRY.createPolygon(
        all.getFirst(), all.subList(1, all.size()).toArray(new LinearRing[0]));
  }

  private static Coordinate point(JsonNode position) {
    if (!position.path(0).isNumber() || !position.path(1).isNumber()) {
      throw new IllegalArgumentException("a position without two numbers");
    }
    return new Coordinate(position.path(0).asDouble(), position.path(1).asDouble());
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}

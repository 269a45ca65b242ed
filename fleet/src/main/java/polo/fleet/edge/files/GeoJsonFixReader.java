package polo.fleet.edge.files;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// GeoJSON (RFC 7946): points with a time among their properties, and lines with one time for each
/// position (`coordTimes` or `times`, as togeojson and its followers write them). A collection, one
/// feature, or one feature a line.
///
/// Facts in properties are read under their common names; speeds are metres a second.
final class GeoJsonFixReader implements FixFileReader {

  @Override
  public void read(InputStream in, FixSink sink) throws IOException {
    JsonValues.read(in, json -> roots(json, sink));
  }

  private static void roots(JsonParser json, FixSink sink) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new BrokenFileException("line 1", "not a JSON object");
    }
    for (int root = 1; json.currentToken() == JsonToken.START_OBJECT; root++) {
      feature(json, "feature " + root, sink);
      json.nextToken();
    }
  }

  /// A feature, or a collection of them, which is no position itself.
  private static void feature(JsonParser json, String path, FixSink sink) {
    GeoJsonFeature feature = new GeoJsonFeature();
    boolean isCollection = false;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      switch (name) {
        case "features" -> {
          isCollection = true;
          features(json, sink);
        }
        case "geometry" -> feature.geometry(json);
        case "properties" -> feature.properties(json);
        default -> {
          if (value.isStructStart()) {
            json.skipChildren();
          }
        }
      }
    }
    if (!isCollection) {
      feature.deliver(sink, path);
    }
  }

  private static void features(JsonParser json, FixSink sink) {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
      String path = "features[%d]".formatted(i);
      if (json.currentToken() == JsonToken.START_OBJECT) {
        feature(json, path, sink);
      } else {
        json.skipChildren();
        sink.flaw(new Flaw(path, FlawKind.BAD_ROW, "not an object"));
      }
    }
  }
}

package polo.fleet.edge.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Google Takeout's `Records.json`: `{"locations": [{"latitudeE7", "longitudeE7", "timestamp" or
/// "timestampMs", "accuracy", "altitude", "velocity", "heading", "deviceTag", …}]}`. Values of the
/// wrong type, which older exports have, are read for what they mean.
final class GoogleFixReader implements FixFileReader {

  private static final double E7 = 1e7;

  /// Old exports wrote negative degrees as unsigned 32 bits.
  private static final double UNSIGNED = 4_294_967_296.0;

  @Override
  public void read(InputStream in, FixSink sink) throws IOException {
    JsonValues.read(in, json -> root(json, sink));
  }

  private static void root(JsonParser json, FixSink sink) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new BrokenFileException("line 1", "not a JSON object");
    }
    boolean found = false;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      if (json.nextToken() == JsonToken.START_ARRAY && name.equals("locations")) {
        found = true;
        locations(json, sink);
      } else {
        json.skipChildren();
      }
    }
    if (!found) {
      throw new BrokenFileException("line 1", "there is no list \"locations\"");
    }
  }

  private static void locations(JsonParser json, FixSink sink) {
    FixDraft draft = new FixDraft();
    long[] index = {0};
    Supplier<String> where = () -> "locations[%d]".formatted(index[0]);
    for (; json.nextToken() != JsonToken.END_ARRAY; index[0]++) {
      draft.clear();
      location(json, draft);
      draft.deliver(sink, where);
    }
  }

  private static void location(JsonParser json, FixDraft draft) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      draft.flaw(FlawKind.BAD_ROW, "not an object");
      return;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "latitudeE7" -> draft.lat(degrees(json, draft, 90));
        case "longitudeE7" -> draft.lon(degrees(json, draft, 180));
        case "timestamp", "timestampMs" -> JsonValues.time(json, draft);
        case "accuracy" -> draft.accuracy(JsonValues.number(json, draft));
        case "altitude" -> draft.altitude(JsonValues.number(json, draft));
        case "velocity" -> draft.speed(JsonValues.number(json, draft));
        case "heading" -> draft.heading(JsonValues.number(json, draft));
        case "deviceTag" -> draft.device(JsonValues.text(json));
        default -> json.skipChildren();
      }
    }
  }

  private static double degrees(JsonParser json, FixDraft draft, double most) {
    double value = JsonValues.number(json, draft);
    double degrees = value / E7;
    return degrees > most ? (value - UNSIGNED) / E7 : degrees;
  }
}

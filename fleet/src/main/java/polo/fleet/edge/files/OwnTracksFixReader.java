package polo.fleet.edge.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import polo.common.edge.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The OwnTracks recorder's `.rec` files (https://owntracks.org/booklet/tech/json/): a line is the
/// time of receipt, a tab, the kind (`*` is what a device published), a tab, and JSON. Locations
/// are read; waypoints, transitions and the like are not positions and are passed over in silence.
final class OwnTracksFixReader implements FixFileReader {

  private static final double KMH_PER_MPS = 3.6;

  @Override
  public void read(InputStream in, FixSink sink) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    FixDraft draft = new FixDraft();
    int[] number = {0};
    Supplier<String> where = () -> "line " + number[0];
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number[0]++;
      if (line.isBlank()) {
        continue;
      }
      draft.clear();
      if (isLocation(line, draft)) {
        draft.deliver(sink, where);
      }
    }
  }

  /// Fills the draft; false when the line is something else than a location.
  private static boolean isLocation(String line, FixDraft draft) {
    String[] parts = line.split("\t", 3);
    if (parts.length < 3) {
      draft.flaw(FlawKind.BAD_ROW, FixDraft.quoted(line));
      return true;
    }
    if (!parts[1].strip().equals("*")) {
      return false;
    }
    try {
      return isLocation(parts, draft);
    } catch (JacksonException e) {
      draft.flaw(FlawKind.BAD_ROW, e.getOriginalMessage());
      return true;
    }
  }

  private static boolean isLocation(String[] parts, FixDraft draft) {
    String type = "";
    try (JsonParser json = Json.mapper().createParser(parts[2])) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        draft.flaw(FlawKind.BAD_ROW, "not a JSON object");
        return true;
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "_type" -> type = JsonValues.text(json);
          case "lat" -> draft.lat(JsonValues.number(json, draft));
          case "lon" -> draft.lon(JsonValues.number(json, draft));
          case "tst" -> JsonValues.time(json, draft);
          case "acc" -> draft.accuracy(JsonValues.number(json, draft));
          case "alt" -> draft.altitude(JsonValues.number(json, draft));
          case "vel" -> draft.speed(JsonValues.number(json, draft) / KMH_PER_MPS);
          case "cog" -> draft.heading(JsonValues.number(json, draft));
          case "tid" -> draft.device(JsonValues.text(json));
          default -> json.skipChildren();
        }
      }
    }
    if (!draft.hasTime()) {
      draft.time(FixTime.parse(parts[0]), () -> parts[0]);
    }
    return type.equals("location");
  }
}

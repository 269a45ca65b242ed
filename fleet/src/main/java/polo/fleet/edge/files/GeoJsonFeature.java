package polo.fleet.edge.files;

import java.util.Arrays;
import java.util.Locale;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// One feature while it is read. Geometry and properties come in either order, so positions and
/// times wait here, as numbers, until both are known.
///
/// Nested arrays (multi-points, multi-lines and their times) are read as one flat list.
final class GeoJsonFeature {

  /// A line with more positions than this is left out: it would not fit in memory beside the rest.
  static final int LONGEST_LINE = 1_000_000;

  private static final int WIDTH = 3;

  private final FixDraft draft = new FixDraft();
  private boolean hasGeometry;
  private String type = "";
  private double[] positions = new double[WIDTH];
  private int positionCount;
  private long[] times = {};
  private int timeCount;

  void geometry(JsonParser json) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    hasGeometry = true;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "type" -> type = JsonValues.text(json);
        case "coordinates" -> coordinates(json);
        default -> json.skipChildren();
      }
    }
  }

  void properties(JsonParser json) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName().toLowerCase(Locale.ROOT).replace("_", "");
      json.nextToken();
      property(json, name);
    }
  }

  private void property(JsonParser json, String name) {
    switch (name) {
      case "time", "timestamp", "datetime", "date", "recordedat", "tst" ->
          JsonValues.time(json, draft);
      case "coordtimes", "times" -> times(json);
      case "coordinateproperties" -> properties(json);
      case "accuracy", "acc", "horizontalaccuracy" -> draft.accuracy(number(json));
      case "altitude", "alt", "ele", "elevation" -> draft.altitude(number(json));
      case "speed", "velocity" -> draft.speed(number(json));
      case "heading", "course", "cog", "bearing" -> draft.heading(number(json));
      case "device", "deviceid", "trackerid", "tid" -> draft.device(JsonValues.text(json));
      case "user", "userid" -> draft.user(JsonValues.text(json));
      default -> json.skipChildren();
    }
  }

  private double number(JsonParser json) {
    return JsonValues.number(json, draft);
  }

  private void coordinates(JsonParser json) {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    JsonToken first = json.nextToken();
    if (first != JsonToken.START_ARRAY && first != JsonToken.END_ARRAY) {
      position(json);
      return;
    }
    for (; json.currentToken() != JsonToken.END_ARRAY; json.nextToken()) {
      coordinates(json);
    }
  }

  /// `[longitude, latitude, altitude?, …]`, standing at its first value.
  private void position(JsonParser json) {
    double[] values = {Double.NaN, Double.NaN, Double.NaN};
    for (int i = 0; json.currentToken() != JsonToken.END_ARRAY; i++, json.nextToken()) {
      if (i < WIDTH && json.currentToken().isNumeric()) {
        values[i] = json.getDoubleValue();
      } else {
        json.skipChildren();
      }
    }
    if (positionCount < LONGEST_LINE) {
      positions = room(positions, (positionCount + 1) * WIDTH);
      System.arraycopy(values, 0, positions, positionCount * WIDTH, WIDTH);
    }
    positionCount++;
  }

  private void times(JsonParser json) {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_ARRAY) {
        times(json);
      } else {
        time(FixTime.parse(JsonValues.text(json)));
      }
    }
  }

  private void time(long millis) {
    if (timeCount < LONGEST_LINE) {
      if (timeCount == times.length) {
        times = Arrays.copyOf(times, Math.max(16, timeCount * 2));
      }
      times[timeCount] = millis;
    }
    timeCount++;
  }

  void deliver(FixSink sink, String path) {
    switch (type) {
      case "Point" -> point(sink, path);
      case "LineString", "MultiLineString", "MultiPoint" -> line(sink, path);
      default -> sink.flaw(new Flaw(path, FlawKind.NO_POSITION, geometryForPeople()));
    }
  }

  private String geometryForPeople() {
    return hasGeometry ? "the geometry is " + FixDraft.quoted(type) : "no geometry";
  }

  private void point(FixSink sink, String path) {
    if (positionCount == 1) {
      place(0, draft);
    }
    draft.deliver(sink, () -> path);
  }

  private void line(FixSink sink, String path) {
    if (positionCount > LONGEST_LINE) {
      sink.flaw(new Flaw(path, FlawKind.BAD_ROW, positionCount + " positions in one line"));
    } else if (positionCount != timeCount) {
      sink.flaw(
          new Flaw(
              path,
              FlawKind.NO_TIME,
              "%d positions with %d times".formatted(positionCount, timeCount)));
    } else {
      for (int i = 0; i < positionCount; i++) {
        positionOfLine(i, sink, path);
      }
    }
  }

  private void positionOfLine(int i, FixSink sink, String path) {
    FixDraft position = draft.copy();
    place(i, position);
    position.time(times[i], () -> "time %d".formatted(i));
    position.deliver(sink, () -> "%s position %d".formatted(path, i));
  }

  private void place(int i, FixDraft draft) {
    draft.position(positions[i * WIDTH + 1], positions[i * WIDTH]);
    double altitude = positions[i * WIDTH + 2];
    if (!Double.isNaN(altitude)) {
      draft.altitude(altitude);
    }
  }

  private static double[] room(double[] array, int needed) {
    return needed <= array.length
        ? array
        : Arrays.copyOf(array, Math.max(needed, array.length * 2));
  }
}

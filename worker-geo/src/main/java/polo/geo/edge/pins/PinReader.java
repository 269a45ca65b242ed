package polo.geo.edge.pins;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;
import polo.common.edge.json.Json;
import polo.common.time.TimeSpan;
import polo.geo.pin.Area;
import polo.geo.pin.Pin;
import polo.geo.pin.Pins;
import polo.geo.pin.PlacePin;
import polo.geo.pin.SpanPin;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads pins from JSON (`contract/schemas/pins.json`). A pin that makes no sense is left out and
/// named; the others count.
public final class PinReader {

  private PinReader() {}

  /// From the part of the document of pins that the app writes: `{"pins": [...]}`.
  public static ReadPins read(JsonNode user) {
    List<Pin> pins = new ArrayList<>();
    List<String> flaws = new ArrayList<>();
    JsonNode list = user.path("pins");
    for (int i = 0; i < list.size(); i++) {
      try {
        pins.add(Json.mapper().treeToValue(list.get(i), Form.class).pin());
      } catch (JacksonException | IllegalArgumentException e) {
        flaws.add("pin %d: %s".formatted(i, firstLine(e)));
      }
    }
    return new ReadPins(Pins.of(pins), flaws);
  }

  private static String firstLine(RuntimeException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private record Spot(@Nullable Double lat, @Nullable Double lon) {

    Coordinate position() {
      return new Coordinate(given("lat", lat), given("lon", lon));
    }
  }

  private record Merged(
      @Nullable String id,
      @Nullable Double lat,
      @Nullable Double lon,
      @Nullable Double radiusMeters) {

    PlacePin.Merged merged() {
      return new PlacePin.Merged(given("id", id), area(lat, lon, radiusMeters, List.of()));
    }
  }

  /// A pin of any type; each type has some of the fields.
  private record Form(
      @Nullable String type,
      @Nullable String id,
      @Nullable Double lat,
      @Nullable Double lon,
      @Nullable Double radiusMeters,
      List<Spot> polygon,
      boolean fixed,
      @Nullable String name,
      List<Merged> merged,
      @Nullable Instant start,
      @Nullable Instant end,
      @Nullable String note,
      @Nullable String title,
      boolean hidden) {

    Pin pin() {
      String kind = given("type", type);
      return switch (kind) {
        case "place" -> place();
        case "stay" -> new SpanPin.OfStay(given("id", id), span(), note, hidden);
        case "trip" -> new SpanPin.OfTrip(given("id", id), span(), note, hidden);
        case "journey" -> new SpanPin.OfJourney(given("id", id), span(), title);
        default -> throw new IllegalArgumentException("no such type: " + kind);
      };
    }

    private PlacePin place() {
      return new PlacePin(
          given("id", id),
          area(lat, lon, radiusMeters, polygon),
          fixed || !polygon.isEmpty(),
          name,
          hidden,
          merged.stream().map(Merged::merged).toList());
    }

    private TimeSpan span() {
      return new TimeSpan(given("start", start), given("end", end));
    }
  }

  private static Area area(
      @Nullable Double lat, @Nullable Double lon, @Nullable Double radius, List<Spot> polygon) {
    return new Area(
        new Spot(lat, lon).position(),
        radius == null ? 0 : radius,
        polygon.stream().map(Spot::position).toList());
  }

  private static <T> T given(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }
}

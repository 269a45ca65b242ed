package polo.geo.edge.files;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import polo.common.document.Gap;
import polo.common.document.Journey;
import polo.common.document.PinnedItem;
import polo.common.document.Place;
import polo.common.document.Stay;
import polo.common.document.Trip;
import polo.common.edge.json.Json;
import polo.geo.timeline.Explanation;
import polo.geo.timeline.Explanation.Kind;
import polo.geo.timeline.Explanations;
import polo.geo.timeline.JourneyExplanation;
import polo.geo.timeline.PlaceExplanation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes derived documents as NDJSON: `{"type":"stay","userId":"ada", …}` and then the fields of
/// the document. Lines of a user are sorted by type, start and id (places by id), so that equal
/// derivations give equal lines, wherever the documents come from. The user's note on a stay or
/// trip stands on its line, and `hidden` when they do not want to see it.
public final class DerivedLines {

  private final Appendable out;

  public DerivedLines(Appendable out) {
    this.out = out;
  }

  /// What stands beside an item on its line.
  @FunctionalInterface
  public interface Beside {

    /// Adds fields to the line of a place or a journey.
    void add(Record item, ObjectNode line);
  }

  /// All lines of one user. Users come sorted when the caller asks in their order.
  public void write(DerivedDocuments documents) throws IOException {
    write(documents, Explanations.NONE);
  }

  /// The same, with something beside items.
  public void write(DerivedDocuments documents, Beside beside) throws IOException {
    write(documents, Explanations.NONE, beside);
  }

  /// The same, where each item, and each leg and wait of a trip, says in `explain` why it is so.
  public void write(DerivedDocuments documents, Explanations explanations) throws IOException {
    write(documents, explanations, (item, line) -> {});
  }

  private void write(DerivedDocuments documents, Explanations explanations, Beside beside)
      throws IOException {
    Reasons reasons = new Reasons(explanations);
    Wishes wishes = new Wishes(documents.pinned());
    lines(
        "gap",
        documents,
        sorted(documents.gaps(), comparing(Gap::start).thenComparing(Gap::id)),
        (gap, line) -> reasons.explain(line, Kind.GAP, gap.start()));
    lines(
        "journey",
        documents,
        sorted(documents.journeys(), comparing(Journey::start).thenComparing(Journey::id)),
        (journey, line) -> {
          beside.add(journey, line);
          reasons.explainJourney(journey, line);
        });
    lines(
        "place",
        documents,
        sorted(documents.places(), comparing(Place::id)),
        (place, line) -> {
          beside.add(place, line);
          reasons.explainPlace(place, line);
        });
    lines(
        "stay",
        documents,
        sorted(documents.stays(), comparing(Stay::start).thenComparing(Stay::id)),
        (stay, line) -> {
          wishes.add(line, PinnedItem.Kind.STAY, stay.id());
          reasons.explain(line, Kind.STAY, stay.start());
        });
    lines(
        "trip",
        documents,
        sorted(documents.trips(), comparing(Trip::start).thenComparing(Trip::id)),
        (trip, line) -> {
          wishes.add(line, PinnedItem.Kind.TRIP, trip.id());
          reasons.explainTrip(trip, line);
        });
  }

  private <T> void lines(
      String type, DerivedDocuments documents, List<T> items, BiConsumer<T, ObjectNode> more)
      throws IOException {
    for (T item : items) {
      ObjectNode line = Json.mapper().createObjectNode();
      line.put("type", type);
      line.put("userId", documents.userId());
      ObjectNode fields = Json.mapper().valueToTree(item);
      line.setAll(fields);
      line.remove("derivation");
      more.accept(item, line);
      out.append(Json.line(line)).append('\n');
    }
  }

  private static <T> List<T> sorted(List<T> items, Comparator<T> order) {
    return items.stream().sorted(order).toList();
  }

  /// What the user said of stays and trips, whose documents keep it apart: in the month.
  private static final class Wishes {

    private record Pinned(PinnedItem.Kind kind, String id) {}

    private final Map<Pinned, PinnedItem> byItem = new HashMap<>();

    Wishes(List<PinnedItem> pinned) {
      pinned.forEach(item -> byItem.put(new Pinned(item.kind(), item.id()), item));
    }

    void add(ObjectNode line, PinnedItem.Kind kind, String id) {
      PinnedItem item = byItem.get(new Pinned(kind, id));
      if (item != null && item.note() != null) {
        line.put("note", item.note());
      }
      if (item != null && item.hidden()) {
        line.put("hidden", true);
      }
    }
  }

  /// Explanations by what they explain.
  private static final class Reasons {

    private record Item(Kind kind, Instant start) {}

    private final Map<Item, Explanation> byItem = new HashMap<>();
    private final Map<String, PlaceExplanation> byPlace = new HashMap<>();
    private final Map<Instant, JourneyExplanation> byJourney = new HashMap<>();

    Reasons(Explanations explanations) {
      explanations.items().forEach(why -> byItem.put(new Item(why.kind(), why.start()), why));
      explanations.places().forEach(why -> byPlace.put(why.placeId(), why));
      explanations.journeys().forEach(why -> byJourney.put(why.evidence().start(), why));
    }

    void explain(ObjectNode line, Kind kind, Instant start) {
      Explanation why = byItem.get(new Item(kind, start));
      if (why != null) {
        ObjectNode fields = Json.mapper().valueToTree(why);
        fields.remove(List.of("kind", "start"));
        line.set("explain", fields);
      }
    }

    void explainTrip(Trip trip, ObjectNode line) {
      explain(line, Kind.TRIP, trip.start());
      ArrayNode legs = (ArrayNode) line.get("legs");
      for (int i = 0; i < trip.legs().size(); i++) {
        explain((ObjectNode) legs.get(i), Kind.LEG, trip.legs().get(i).start());
      }
      ArrayNode waits = (ArrayNode) line.get("waits");
      for (int i = 0; i < trip.waits().size(); i++) {
        explain((ObjectNode) waits.get(i), Kind.WAIT, trip.waits().get(i).start());
      }
    }

    void explainPlace(Place place, ObjectNode line) {
      PlaceExplanation why = byPlace.get(place.id());
      if (why != null) {
        ObjectNode fields = Json.mapper().valueToTree(why);
        fields.remove("placeId");
        line.set("explain", fields);
      }
    }

    void explainJourney(Journey journey, ObjectNode line) {
      JourneyExplanation why = byJourney.get(journey.start());
      if (why != null) {
        ObjectNode fields = Json.mapper().valueToTree(why);
        ((ObjectNode) fields.get("evidence")).remove("start");
        line.set("explain", fields);
      }
    }
  }
}

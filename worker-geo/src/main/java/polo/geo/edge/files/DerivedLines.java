package polo.geo.edge.files;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import polo.common.document.Gap;
import polo.common.document.Journey;
import polo.common.document.Place;
import polo.common.document.Stay;
import polo.common.document.Trip;
import polo.common.edge.json.Json;
import tools.jackson.databind.node.ObjectNode;

/// Writes derived documents as NDJSON: `{"type":"stay","userId":"ada", …}` and then the fields of
/// the document. Lines of a user are sorted by type, start and id (places by id), so that equal
/// derivations give equal lines, wherever the documents come from.
public final class DerivedLines {

  private final Appendable out;

  public DerivedLines(Appendable out) {
    this.out = out;
  }

  /// All lines of one user. Users come sorted when the caller asks in their order.
  public void write(DerivedDocuments documents) throws IOException {
    String user = documents.userId();
    lines("gap", user, documents.gaps(), comparing(Gap::start).thenComparing(Gap::id));
    lines(
        "journey",
        user,
        documents.journeys(),
        comparing(Journey::start).thenComparing(Journey::id));
    lines("place", user, documents.places(), comparing(Place::id));
    lines("stay", user, documents.stays(), comparing(Stay::start).thenComparing(Stay::id));
    lines("trip", user, documents.trips(), comparing(Trip::start).thenComparing(Trip::id));
  }

  private <T> void lines(String type, String userId, List<T> items, Comparator<T> order)
      throws IOException {
    for (T item : items.stream().sorted(order).toList()) {
      ObjectNode line = Json.mapper().createObjectNode();
      line.put("type", type);
      line.put("userId", userId);
      ObjectNode fields = Json.mapper().valueToTree(item);
      line.setAll(fields);
      out.append(Json.line(line)).append('\n');
    }
  }
}

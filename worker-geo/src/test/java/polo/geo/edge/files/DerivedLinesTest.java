package polo.geo.edge.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import polo.common.document.Gap;
import polo.common.document.Journey;
import polo.common.document.Leg;
import polo.common.document.PinnedItem;
import polo.common.document.Place;
import polo.common.document.Stay;
import polo.common.document.TravelMode;
import polo.common.document.Trip;
import polo.common.document.Wait;

class DerivedLinesTest {

  private static final Instant EIGHT = Instant.parse("2026-03-01T08:00:00Z");
  private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void a_line_is_its_type_its_user_and_the_document() throws IOException {
    StringBuilder out = new StringBuilder();
    DerivedDocuments documents =
        new DerivedDocuments(
            "ada",
            List.of(stay("s2", NINE), stay("s1", EIGHT)),
            List.of(trip()),
            List.of(new Gap("g1", EIGHT, NINE)),
            List.of(new Place("p1", 52.5, 13.4, 30, 2, 7200, EIGHT, TEN, null, List.of())),
            List.of(journey()),
            List.of(new PinnedItem(PinnedItem.Kind.STAY, "s2", "s9", "rain", true)));

    new DerivedLines(out).write(documents);

    assertThat(out.toString())
        .isEqualTo(
            """
            {"type":"gap","userId":"ada","id":"g1","start":"2026-03-01T08:00:00Z","end":"2026-03-01T09:00:00Z"}
            {"type":"journey","userId":"ada","id":"j1","start":"2026-03-01T08:00:00Z","end":"2026-03-01T10:00:00Z","title":"A day in Rome","countries":["IT"],"cities":["Rome"],"days":1,"distanceMeters":1200.0,"stayIds":["s1"],"tripIds":["t1"]}
            {"type":"place","userId":"ada","id":"p1","lat":52.5,"lon":13.4,"radiusMeters":30.0,"visits":2,"dwellSeconds":7200.0,"firstSeen":"2026-03-01T08:00:00Z","lastSeen":"2026-03-01T10:00:00Z","aliases":[],"hidden":false}
            {"type":"stay","userId":"ada","id":"s1","start":"2026-03-01T08:00:00Z","end":"2026-03-01T10:00:00Z","lat":52.5,"lon":13.4,"radiusMeters":12.0,"fixes":60,"inferred":false,"confidence":0.95}
            {"type":"stay","userId":"ada","id":"s2","start":"2026-03-01T09:00:00Z","end":"2026-03-01T10:00:00Z","lat":52.5,"lon":13.4,"radiusMeters":12.0,"fixes":60,"inferred":false,"confidence":0.95,"note":"rain","hidden":true}
            {"type":"trip","userId":"ada","id":"t1","start":"2026-03-01T09:00:00Z","end":"2026-03-01T10:00:00Z","fromStayId":"s1","distanceMeters":1200.0,"durationSeconds":3600.0,"averageSpeedMps":0.33,"maxSpeedMps":1.5,"inferred":false,"confidence":0.9,"legs":[{"start":"2026-03-01T09:00:00Z","end":"2026-03-01T10:00:00Z","mode":"walk","confidence":0.8,"distanceMeters":1200.0,"polyline":"??","inferred":false}],"waits":[{"start":"2026-03-01T09:10:00Z","end":"2026-03-01T09:15:00Z","lat":52.5,"lon":13.4}]}
            """);
  }

  private static Stay stay(String id, Instant start) {
    return new Stay(id, start, TEN, 52.5, 13.4, 12, 60, null, false, 0.95);
  }

  private static Trip trip() {
    Leg leg = new Leg(NINE, TEN, TravelMode.WALK, 0.8, 1200, "??", false, null);
    Wait wait = new Wait(NINE.plusSeconds(600), NINE.plusSeconds(900), 52.5, 13.4);
    return new Trip(
        "t1",
        NINE,
        TEN,
        "s1",
        null,
        null,
        null,
        1200,
        3600,
        0.33,
        1.5,
        null,
        false,
        0.9,
        List.of(leg),
        List.of(wait));
  }

  private static Journey journey() {
    return new Journey(
        "j1",
        EIGHT,
        TEN,
        "A day in Rome",
        List.of("IT"),
        List.of("Rome"),
        1,
        1200,
        List.of("s1"),
        List.of("t1"));
  }
}

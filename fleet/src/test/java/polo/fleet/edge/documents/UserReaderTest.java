package polo.fleet.edge.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import polo.common.edge.store.Documents;
import polo.common.time.TimeSpan;
import polo.testkit.store.MemoryDocumentStore;

class UserReaderTest {

  private static final TimeSpan FIRST_OF_MAY = span("2026-05-01T00:00:00Z", "2026-05-02T00:00:00Z");
  private static final TimeSpan SECOND_OF_MAY =
      span("2026-05-02T00:00:00Z", "2026-05-03T00:00:00Z");

  @Test
  void a_stay_of_the_month_before_that_reaches_into_the_span_is_in_it() {
    Timeline timeline = new Diary().stayOverMonthsEnd().reader().timeline(FIRST_OF_MAY);

    assertThat(timeline.stays()).singleElement().returns("s1", stay -> stay.id());
    assertThat(timeline.trips()).isEmpty();
    assertThat(timeline.places())
        .singleElement()
        .returns("Chiado, Lisbon, Portugal", NamedPlace::label);
  }

  @Test
  void what_is_hidden_is_in_no_timeline_but_can_be_asked_for() {
    UserReader reader = new Diary().hiding().reader();

    Timeline timeline = reader.timeline(SECOND_OF_MAY);

    assertThat(timeline.trips()).isEmpty();
    assertThat(timeline.places()).isEmpty();
    assertThat(timeline.pinned()).isEmpty();
    assertThat(reader.trip("t1")).hasValueSatisfying(trip -> assertThat(trip.hidden()).isTrue());
    assertThat(reader.place("p1").orElseThrow().place().hidden()).isTrue();
  }

  @Test
  void a_trip_knows_its_places_by_the_month() {
    UserReader reader = new Diary().reader();

    assertThat(reader.trip("t1").orElseThrow().trip().fromPlaceId()).isEqualTo("p1");
    assertThat(reader.trips(reader.timeline(SECOND_OF_MAY)))
        .singleElement()
        .returns("p1", trip -> trip.fromPlaceId());
  }

  @Test
  void ids_that_could_be_no_key_are_unknown() {
    String endless = "x".repeat(300);

    assertThat(new Diary().reader().place(endless)).isEmpty();
    assertThat(UserReader.of(endless, new Documents(new MemoryDocumentStore())))
        .isEqualTo(Optional.empty());
  }

  private static TimeSpan span(String from, String to) {
    return new TimeSpan(Instant.parse(from), Instant.parse(to));
  }
}

package polo.fleet.edge.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import polo.common.document.RefinedAddress;
import polo.common.earth.Coordinate;
import polo.common.earth.Geohash;

class TravelsTest {

  private static final String CELL = Geohash.ofPlace(new Coordinate(38.7107, -9.1422));

  private final Diary diary = new Diary();

  @Test
  void a_journey_has_the_photos_taken_on_it_in_their_order() {
    diary.photo("b", "2026-05-01T08:00:00Z").photo("a", "2026-05-02T08:00:00Z");
    diary.photo("before", "2026-04-30T23:59:59Z").photo("after", "2026-05-03T00:00:00Z");

    assertThat(diary.read().journeyPhotos()).containsOnlyKeys("j1");
    assertThat(diary.read().journeyPhotos().get("j1")).containsExactly("b", "a");
  }

  @Test
  void a_photo_without_a_time_is_on_no_journey_though_it_was_uploaded_during_one() {
    diary.undatedPhoto("scan");

    assertThat(diary.read().journeyPhotos()).isEmpty();
  }

  @Test
  void photos_follow_a_journey_that_the_track_changed_after_them() {
    diary.photo("a", "2026-05-02T08:00:00Z").photo("late", "2026-05-04T08:00:00Z");

    diary.journey("2026-05-02T09:00:00Z", "2026-05-05T00:00:00Z");

    assertThat(diary.read().journeyPhotos().get("j1")).containsExactly("late");
  }

  @Test
  void an_export_tells_the_photos_of_a_journey() throws IOException {
    diary.photo("b", "2026-05-01T08:00:00Z").photo("a", "2026-05-02T08:00:00Z");

    assertThat(exported())
        .anyMatch(line ->
            line.contains("\"type\":\"journey\"")
                && line.contains("\"photoCount\":2,\"photoIds\":[\"b\",\"a\"]"));
  }

  @Test
  void a_place_has_the_street_a_provider_knows() throws IOException {
    Travels travels = diary.refined(CELL).read();

    assertThat(travels.refined().values())
        .extracting(RefinedAddress::houseNumber)
        .containsExactly("120");
    assertThat(PlaceNames.of(travels).of("p1")).isEqualTo("Rua Garrett 120, Lisbon, Portugal");
    assertThat(exported()).anyMatch(line -> line.contains("\"refined\":{\"cell\":\"" + CELL));
  }

  @Test
  void a_place_that_moved_on_no_longer_has_it() throws IOException {
    Travels travels = diary.refined(CELL).place("p1", 38.72, false).read();

    assertThat(travels.refined()).isEmpty();
    assertThat(PlaceNames.of(travels).of("p1")).isEqualTo("Chiado, Lisbon, Portugal");
    assertThat(exported()).noneMatch(line -> line.contains("refined"));
  }

  @Test
  void what_the_user_hid_is_not_shown_and_is_named_nowhere() {
    Travels shown = diary.refined(CELL).hiding().read().shown();

    assertThat(shown.places()).isEmpty();
    assertThat(shown.trips()).isEmpty();
    assertThat(shown.refined()).isEmpty();
    assertThat(PlaceNames.of(shown).of("p1")).isEqualTo("–");
  }

  @Test
  void an_export_has_what_the_user_hid_and_says_so() throws IOException {
    diary.hiding();

    assertThat(exported()).filteredOn(line -> line.contains("\"hidden\":true")).hasSize(2);
  }

  private List<String> exported() throws IOException {
    StringBuilder out = new StringBuilder();
    new ExportedLines(out).write(diary.read());
    return out.toString().lines().toList();
  }
}

package polo.fleet.edge.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import polo.common.earth.Coordinate;
import polo.common.earth.Geohash;
import polo.fleet.edge.documents.Diary;

class TravelsPageTest {

  private static final String CELL = Geohash.ofPlace(new Coordinate(38.7107, -9.1422));

  private final Diary diary = new Diary().photo("a", "2026-05-02T08:00:00Z");

  @Test
  void a_journey_tells_how_many_photos_it_has() {
    String page = TravelsPage.of(diary.read());

    assertThat(page).contains("3 days in Lisbon", "1 photo<");
  }

  @Test
  void streets_are_shown_with_whom_they_are_from() {
    String page = TravelsPage.of(diary.refined(CELL).read());

    assertThat(page)
        .contains("Rua Garrett 120, Lisbon, Portugal", "Addresses &copy; OpenStreetMap");
  }

  @Test
  void what_the_user_hid_is_not_on_the_page() {
    String page = TravelsPage.of(diary.refined(CELL).hiding().read());

    assertThat(page).contains("a.jpg").doesNotContain("Garrett", "Chiado", "tram");
  }
}

package polo.geo.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import polo.common.document.CarriedPlace;
import polo.common.document.Place;
import polo.common.document.PlacesIndex;
import polo.common.document.Stay;

/// Places lie on a line to the north; `at` counts steps of about 111 metres.
class PlaceSuccessionTest {

  private static final PlaceSuccession SUCCESSION = PlaceSuccession.DEFAULT;

  @Test
  void a_place_keeps_the_id_of_the_one_its_time_was_spent_at() {
    Scene scene = new Scene();
    scene.hour("old", 0, "new", 0.8);
    scene.hour("old", 0, "new", 0.8);

    assertThat(scene.carried()).containsExactly(new CarriedPlace("old", 0.0008, 0, false));
    assertThat(scene.named().placeIdOf("s0")).isEqualTo("old");
    assertThat(scene.named().all()).extracting(Place::id).containsExactly("old");
  }

  @Test
  void a_place_that_has_the_id_already_carries_none() {
    Scene scene = new Scene();
    scene.hour("same", 0, "same", 0.1);

    assertThat(scene.carried()).isEmpty();
  }

  @Test
  void of_a_split_place_the_heaviest_part_keeps_the_id() {
    Scene scene = new Scene();
    scene.hour("old", 0, "light", 0.9);
    scene.hour("old", 0, "heavy", -0.9);
    scene.hour("old", 0, "heavy", -0.9);

    assertThat(scene.named().all()).extracting(Place::id).containsExactly("light", "old");
    assertThat(scene.named().placeIdOf("s1")).isEqualTo("old");
  }

  @Test
  void of_places_that_became_one_the_heavier_keeps_the_id_and_the_other_is_an_alias() {
    Scene scene = new Scene();
    scene.hour("light", -0.5, "new", 0.1);
    scene.hour("heavy", 0.5, "new", 0.1);
    scene.hour("heavy", 0.5, "new", 0.1);

    assertThat(scene.named().all())
        .singleElement()
        .satisfies(place -> {
          assertThat(place.id()).isEqualTo("heavy");
          assertThat(place.aliases()).containsExactly("light");
        });
  }

  @Test
  void an_alias_stays_one_through_the_next_change() {
    Scene scene = new Scene();
    scene.aliases.add(new CarriedPlace("long ago", 0, 0, true));
    scene.hour("old", 0, "new", 0.2);

    assertThat(scene.named().all())
        .singleElement()
        .satisfies(place -> assertThat(place.aliases()).containsExactly("long ago"));
  }

  @Test
  void an_alias_of_nothing_near_is_forgotten() {
    Scene scene = new Scene();
    scene.aliases.add(new CarriedPlace("long ago", 1, 1, true));
    scene.hour("same", 0, "same", 0);

    assertThat(scene.carried()).isEmpty();
  }

  @Test
  void places_that_swap_their_ids_swap_them_back() {
    Scene scene = new Scene();
    scene.hour("a", 0, "b", 0);
    scene.hour("b", 5, "a", 5);

    assertThat(scene.named().placeIdOf("s0")).isEqualTo("a");
    assertThat(scene.named().placeIdOf("s1")).isEqualTo("b");
  }

  @Test
  void another_place_that_would_have_a_kept_id_is_called_something_else() {
    Scene scene = new Scene();
    scene.hour("old", 0, "new", 0);
    scene.hour(null, 50, "old", 50);

    assertThat(scene.named().placeIdOf("s0")).isEqualTo("old");
    assertThat(scene.named().all()).extracting(Place::id).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void pinned_places_neither_take_nor_pass_on_an_id() {
    Scene scene = new Scene();
    scene.pinned = Set.of("pin");
    scene.hour("old", 0, "pin", 0);
    scene.hour("pin", 3, "new", 3);

    assertThat(scene.carried()).isEmpty();
    assertThat(scene.named().placeIdOf("s0")).isEqualTo("pin");
  }

  /// A user's hours: where they were then, and where they are found to have been now.
  private static final class Scene {
    private final List<Stay> oldStays = new ArrayList<>();
    private final List<Stay> stays = new ArrayList<>();
    private final Map<String, PlacesIndex.Entry> old = new HashMap<>();
    private final Map<String, Place> found = new HashMap<>();
    private final Map<String, String> placeIds = new HashMap<>();
    private final List<CarriedPlace> aliases = new ArrayList<>();
    private Set<String> pinned = Set.of();

    void hour(@Nullable String was, double wasAt, String is, double at) {
      int number = stays.size();
      Instant start = Instant.ofEpochSecond(3600L * number);
      Stay stay =
          new Stay("s" + number, start, start.plusSeconds(3600), 0, 0, 9, 9, null, false, 1);
      stays.add(stay);
      oldStays.add(stay.withPlace(was));
      if (was != null) {
        old.put(was, new PlacesIndex.Entry(was, wasAt / 1000, 0, 20, 1));
      }
      found.put(is, new Place(is, at / 1000, 0, 20, 1, 3600, start, start, null, List.of()));
      placeIds.put(stay.id(), is);
    }

    List<CarriedPlace> carried() {
      return SUCCESSION.carried(
          oldStays, List.copyOf(old.values()), stays, places(), aliases, pinned);
    }

    Places named() {
      return CarriedPlaces.named(places(), carried(), pinned);
    }

    private Places places() {
      return new Places(List.copyOf(found.values()), placeIds);
    }
  }
}

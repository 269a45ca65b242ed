package polo.geo.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.document.Place;
import polo.common.document.Stay;
import polo.common.earth.Coordinate;
import polo.geo.pin.Area;
import polo.geo.pin.Pins;
import polo.geo.pin.PlacePin;
import polo.geo.track.LocalPlane;

class PinnedPlacesTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final LocalPlane BERLIN = LocalPlane.at(52.52, 13.4);

  @Test
  void a_named_place_keeps_id_and_name_when_all_its_first_visits_are_gone() {
    PlacePin named = pin("p-oma", 0, 0, 40, false, "Oma");

    Places places = find(List.of(stay("z", 30, 10, 60)), named);

    Place oma = places.all().getFirst();
    assertThat(oma.id()).isEqualTo("p-oma");
    assertThat(oma.name()).isEqualTo("Oma");
    assertThat(oma.visits()).isEqualTo(1);
    assertThat(places.placeIdOf("sz")).isEqualTo("p-oma");
  }

  @Test
  void a_moved_place_stays_where_the_user_put_it() {
    PlacePin moved = pin("p-cafe", 50, 0, 80, true, null);

    Place cafe = find(List.of(stay("a", 0, 0, 60), stay("b", 10, 0, 90)), moved).all().getFirst();

    assertThat(BERLIN.east(cafe.lon())).isBetween(49.0, 51.0);
    assertThat(cafe.radiusMeters()).isEqualTo(80);
    assertThat(cafe.visits()).isEqualTo(2);
  }

  @Test
  void a_place_of_the_user_needs_no_visit() {
    Place cabin = find(List.of(), pin("p-cabin", 0, 0, 40, true, "Cabin")).all().getFirst();

    assertThat(cabin.visits()).isZero();
    assertThat(cabin.firstSeen()).isNull();
  }

  @Test
  void what_the_user_drew_ends_at_its_edge() {
    PlacePin room = pin("p-room", 0, 0, 15, true, null);

    Places places = find(List.of(stay("in", 10, 0, 60), stay("out", 40, 0, 60)), room);

    assertThat(places.placeIdOf("sin")).isEqualTo("p-room");
    assertThat(places.placeIdOf("sout")).isNotNull().isNotEqualTo("p-room");
  }

  @Test
  void a_split_place_is_two_pins_and_stays_go_to_the_nearer() {
    Places places =
        find(
            List.of(stay("west", -20, 0, 60), stay("east", 25, 0, 90)),
            pin("p-1", -25, 0, 30, false, "Office"),
            pin("p-2", 25, 0, 30, false, "Gym"));

    assertThat(places.placeIdOf("swest")).isEqualTo("p-1");
    assertThat(places.placeIdOf("seast")).isEqualTo("p-2");
  }

  @Test
  void merged_places_are_one_with_the_other_as_an_alias() {
    PlacePin.Merged back = new PlacePin.Merged("p-back", area(400, 0, 30));
    PlacePin front = new PlacePin("p-front", area(0, 0, 30), false, "Mall", false, List.of(back));

    Places places = find(List.of(stay("a", 0, 0, 60), stay("b", 410, 0, 60)), front);

    assertThat(places.all()).hasSize(1);
    assertThat(places.all().getFirst().aliases()).containsExactly("p-back");
    assertThat(places.placeIdOf("sb")).isEqualTo("p-front");
  }

  @Test
  void an_id_of_a_pin_is_given_to_no_other_place() {
    List<Stay> stays = List.of(stay("a", 1000, 0, 60), stay("b", 1010, 0, 60));
    String id = find(stays).all().getFirst().id();

    Places places = find(stays, pin(id, 0, 0, 30, false, null));

    assertThat(places.all()).extracting(Place::id).hasSize(2).doesNotHaveDuplicates();
    assertThat(places.placeIdOf("sa")).isNotNull().isNotEqualTo(id);
  }

  @Test
  void a_hidden_place_says_so() {
    PlacePin hidden = new PlacePin("p", area(0, 0, 30), false, null, true, List.of());

    assertThat(find(List.of(stay("a", 0, 0, 60)), hidden).all().getFirst().hidden()).isTrue();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void pins_hold_whatever_stays_there_are_and_however_far_places_reach(long seed) {
    Random chance = new Random(seed);
    List<Stay> stays = randomStays(chance);
    PlaceFinder finder = PlaceFinder.DEFAULT;
    List<PlacePin> pins =
        finder.find("ada", stays).all().stream().limit(8).map(PinnedPlacesTest::named).toList();
    List<Stay> more = new ArrayList<>(stays);
    more.addAll(randomStays(chance).subList(0, 15));
    Collections.shuffle(more, chance);
    PlaceFinder wider = new PlaceFinder(80 + chance.nextInt(100), 3, Duration.ofMinutes(30));

    Places places = wider.find("ada", more, Pins.of(pins));

    assertThat(places.all()).extracting(Place::id).doesNotHaveDuplicates();
    assertThat(places.all())
        .extracting(Place::name)
        .containsAll(pins.stream().map(PlacePin::name).toList());
    Collections.shuffle(more, chance);
    assertThat(wider.find("ada", more, Pins.of(pins))).isEqualTo(places);
  }

  private static List<Stay> randomStays(Random random) {
    return IntStream.range(0, 150)
        .mapToObj(_ ->
            stay(
                "%08x".formatted(random.nextInt()),
                random.nextInt(-700, 700),
                random.nextInt(-700, 700),
                5 + random.nextInt(40)))
        .toList();
  }

  private static PlacePin named(Place place) {
    return new PlacePin(
        place.id(),
        Area.circle(new Coordinate(place.lat(), place.lon()), place.radiusMeters()),
        false,
        "name of " + place.id(),
        false,
        List.of());
  }

  private static Places find(List<Stay> stays, PlacePin... pins) {
    return PlaceFinder.DEFAULT.find("ada", stays, Pins.of(List.of(pins)));
  }

  private static PlacePin pin(
      String id, double east, double north, double radius, boolean fixed, @Nullable String name) {
    return new PlacePin(id, area(east, north, radius), fixed, name, false, List.of());
  }

  private static Area area(double east, double north, double radius) {
    return Area.circle(BERLIN.point(east, north), radius);
  }

  private static Stay stay(String name, double east, double north, int minutes) {
    Coordinate spot = BERLIN.point(east, north);
    Instant end = NOON.plus(Duration.ofMinutes(minutes));
    return new Stay(
        "s" + name, NOON, end, spot.latitude(), spot.longitude(), 10, 9, null, false, 0.9);
  }
}

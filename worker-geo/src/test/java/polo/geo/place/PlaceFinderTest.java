package polo.geo.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.document.Place;
import polo.common.document.Stay;
import polo.common.earth.Coordinate;
import polo.geo.track.LocalPlane;

class PlaceFinderTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final LocalPlane FIJI = LocalPlane.at(-17, 180);

  @Test
  void stays_at_one_spot_are_visits_of_one_place() {
    List<Stay> stays = List.of(stay("a", 0, 0, 60), stay("b", 40, 30, 30), stay("c", 5_000, 0, 60));

    Places places = PlaceFinder.DEFAULT.find("ada", stays);

    assertThat(places.all()).hasSize(2);
    assertThat(places.placeIdOf("sa")).isEqualTo(places.placeIdOf("sb"));
    assertThat(places.placeIdOf("sc")).isNotNull().isNotEqualTo(places.placeIdOf("sa"));
  }

  @Test
  void a_single_short_stay_is_no_place_and_two_are() {
    Places once = PlaceFinder.DEFAULT.find("ada", List.of(stay("a", 0, 0, 10)));
    Places twice =
        PlaceFinder.DEFAULT.find("ada", List.of(stay("a", 0, 0, 6), stay("b", 10, 0, 6)));

    assertThat(once.all()).isEmpty();
    assertThat(once.placeIdOf("sa")).isNull();
    assertThat(twice.all()).hasSize(1);
  }

  @Test
  void a_row_of_stays_is_no_chain() {
    List<Stay> row =
        IntStream.range(0, 20).mapToObj(i -> stay(name(i), i * 60, 0, 30 + i % 7)).toList();

    Places places = PlaceFinder.DEFAULT.find("ada", row);

    assertThat(places.all()).hasSizeGreaterThan(4);
    assertThat(places.all()).allMatch(place -> place.radiusMeters() < 250);
  }

  @Test
  void the_centre_is_where_most_time_was_spent() {
    Place place =
        PlaceFinder.DEFAULT
            .find("ada", List.of(stay("a", 0, 0, 300), stay("b", 100, 0, 10)))
            .all()
            .getFirst();

    assertThat(FIJI.east(place.lon())).isBetween(1.0, 6.0);
    assertThat(place.visits()).isEqualTo(2);
    assertThat(place.dwellSeconds()).isEqualTo(310 * 60.0);
  }

  @Test
  void a_place_keeps_its_id_when_other_places_come_and_go() {
    Stay home = stay("a", 0, 0, 300);

    Places alone = PlaceFinder.DEFAULT.find("ada", List.of(home));
    Places among =
        PlaceFinder.DEFAULT.find(
            "ada", List.of(stay("0", 900, 0, 99), home, stay("1", 0, 900, 500)));

    assertThat(among.placeIdOf("sa")).isEqualTo(alone.placeIdOf("sa"));
  }

  @Test
  void a_place_keeps_its_id_when_older_and_newer_visits_arrive() {
    Stay home = stay("a", 0, 0, 3_000);
    Stay older = stay("0", 6, -4, 300);
    Stay newer = stay("z", -5, 5, 300);

    Places before = PlaceFinder.DEFAULT.find("ada", List.of(home));
    Places after = PlaceFinder.DEFAULT.find("ada", List.of(older, home, newer));

    assertThat(after.placeIdOf("sa")).isEqualTo(before.placeIdOf("sa"));
    assertThat(after.placeIdOf("s0")).isEqualTo(before.placeIdOf("sa"));
  }

  @Test
  void a_place_of_two_users_has_two_ids() {
    List<Stay> stays = List.of(stay("a", 0, 0, 300));

    Places ofAda = PlaceFinder.DEFAULT.find("ada", stays);
    Places ofBob = PlaceFinder.DEFAULT.find("bob", stays);

    assertThat(ofAda.placeIdOf("sa")).isNotEqualTo(ofBob.placeIdOf("sa"));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void neighbours_never_share_an_id(long seed) {
    Places places = PlaceFinder.DEFAULT.find("ada", randomStays(seed));

    assertThat(places.all()).hasSizeGreaterThan(30);
    assertThat(places.all()).extracting(Place::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void the_order_of_stays_does_not_matter(long seed) {
    List<Stay> stays = new ArrayList<>(randomStays(seed));
    Places places = PlaceFinder.DEFAULT.find("ada", stays);
    Collections.shuffle(stays, new Random(seed));

    Places shuffled = PlaceFinder.DEFAULT.find("ada", stays);

    assertThat(shuffled).isEqualTo(places);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void the_grid_finds_all_that_brute_force_finds(long seed) {
    List<Stay> stays = randomStays(seed);
    Grid<Stay> grid = new Grid<>(120);
    stays.forEach(stay -> grid.put(stay.lat(), stay.lon(), stay));

    assertThat(stays)
        .allSatisfy(stay ->
            assertThat(grid.near(stay.lat(), stay.lon()))
                .doesNotHaveDuplicates()
                .containsAll(stays.stream().filter(other -> meters(stay, other) <= 120).toList()));
  }

  @Test
  void at_the_pole_a_cell_is_not_visited_twice() {
    Grid<String> grid = new Grid<>(120);

    grid.put(90, 0, "north pole");

    assertThat(grid.near(89.9999, 120)).containsExactly("north pole");
  }

  /// On both sides of the antimeridian.
  private static List<Stay> randomStays(long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, 150)
        .mapToObj(i ->
            stay(
                name(i),
                random.nextInt(-700, 700),
                random.nextInt(-700, 700),
                5 + random.nextInt(40)))
        .toList();
  }

  private static String name(int number) {
    return "%03d".formatted(number);
  }

  private static double meters(Stay one, Stay other) {
    return Coordinate.metersBetween(one.lat(), one.lon(), other.lat(), other.lon());
  }

  private static Stay stay(String name, double east, double north, int minutes) {
    Coordinate spot = FIJI.point(east, north);
    Instant end = NOON.plus(Duration.ofMinutes(minutes));
    return new Stay(
        "s" + name, NOON, end, spot.latitude(), spot.longitude(), 10, 9, null, false, 0.9);
  }
}

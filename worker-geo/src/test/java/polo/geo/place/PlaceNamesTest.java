package polo.geo.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.document.Stay;
import polo.common.earth.Coordinate;
import polo.geo.track.LocalPlane;

class PlaceNamesTest {

  private static final LocalPlane UTRECHT = LocalPlane.at(52.09, 5.12);
  private static final PlaceNames NAMES = PlaceNames.DEFAULT;

  @ParameterizedTest(name = "moved by {0} m")
  @CsvSource({"0, 1, 1", "3, 0.975, 0.998", "30, 0.83, 0.92", "300, 0.15, 0.5"})
  void the_further_a_place_moves_the_sooner_it_is_renamed(
      double meters, double least, double most) {
    // Far apart, so that nobody wants another's landmark.
    List<Cluster> before =
        IntStream.range(0, 1_000).mapToObj(i -> place(i, 5_000.0 * i, 0)).toList();
    List<Cluster> after =
        IntStream.range(0, 1_000).mapToObj(i -> place(i, 5_000.0 * i, meters)).toList();

    double kept = kept(before, after) / 1_000.0;

    assertThat(kept).isBetween(least, most);
  }

  @Test
  void a_newcomer_seldom_renames_its_neighbours() {
    List<List<Cluster>> towns = IntStream.range(0, 200).mapToObj(seed -> town(seed, 20)).toList();

    double kept =
        towns.stream().mapToInt(town -> kept(town.subList(0, 19), town)).sum() / (200 * 19.0);

    assertThat(kept).isGreaterThan(0.97);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void whoever_asks_first_the_names_are_the_same(int seed) {
    List<Cluster> town = town(seed, 40);
    List<Cluster> shuffled = new ArrayList<>(town);
    Collections.shuffle(shuffled, new Random(seed));

    Map<Cluster, String> ids = NAMES.ids("ada", town);

    assertThat(NAMES.ids("ada", shuffled)).isEqualTo(ids);
    assertThat(ids.values()).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({"0, 180", "0, -180", "90, 0", "-90, 12", "89.9999, 180", "-17, 179.99999"})
  void places_at_the_edges_of_maps_have_names(double latitude, double longitude) {
    Cluster place = place(1, new Coordinate(latitude, longitude));

    Map<Cluster, String> ids = NAMES.ids("ada", List.of(place));

    assertThat(ids.get(place)).startsWith("p").isNotEqualTo("p1");
  }

  @Test
  void a_place_at_the_date_line_has_one_name_from_both_sides() {
    Cluster east = place(1, new Coordinate(-17, 180));
    Cluster west = place(2, new Coordinate(-17, -180));

    String fromEast = NAMES.ids("ada", List.of(east)).get(east);
    String fromWest = NAMES.ids("ada", List.of(west)).get(west);

    assertThat(fromEast).isEqualTo(fromWest);
  }

  @Test
  void a_crowd_that_wants_more_landmarks_than_there_are_still_has_names() {
    List<Cluster> crowd = IntStream.range(0, 200).mapToObj(i -> place(i, 0.01 * i, 0)).toList();

    Map<Cluster, String> ids = NAMES.ids("ada", crowd);

    assertThat(ids).hasSize(200);
    assertThat(ids.values()).doesNotHaveDuplicates();
  }

  /// Of the places before, how many have the same name after.
  private static int kept(List<Cluster> before, List<Cluster> after) {
    Map<Cluster, String> old = NAMES.ids("ada", before);
    Map<Cluster, String> now = NAMES.ids("ada", after);
    return (int)
        IntStream.range(0, before.size())
            .filter(i -> old.getOrDefault(before.get(i), "").equals(now.get(after.get(i))))
            .count();
  }

  /// So many places in four square kilometres.
  private static List<Cluster> town(int seed, int places) {
    Random random = new Random(seed);
    return IntStream.range(0, places)
        .mapToObj(i -> place(i, random.nextDouble(2_000), random.nextDouble(2_000)))
        .toList();
  }

  private static Cluster place(int number, double east, double north) {
    return place(number, UTRECHT.point(east, north));
  }

  private static Cluster place(int number, Coordinate spot) {
    Instant noon = Instant.parse("2026-03-01T12:00:00Z");
    Instant one = noon.plus(Duration.ofHours(1));
    return new Cluster(
        new Stay(
            "s" + number, noon, one, spot.latitude(), spot.longitude(), 10, 9, null, false, 0.9));
  }
}

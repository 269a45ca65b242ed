package polo.geo.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.earth.Coordinate;
import polo.geo.track.LocalPlane;

class PinsTest {

  private static final LocalPlane FIJI = LocalPlane.at(-17, 180);

  @Test
  void what_was_merged_is_part_of_the_other_and_no_place() {
    Pins pins = Pins.of(List.of(place("b"), place("a", "b"), place("c")));

    assertThat(pins.places()).extracting(PlacePin::id).containsExactly("a", "c");
    assertThat(merged(pins, 0)).containsExactly("b");
  }

  @Test
  void merging_passes_on_what_was_merged_before() {
    Pins pins = Pins.of(List.of(place("a", "b"), place("b", "c"), place("d", "a")));

    assertThat(pins.places()).extracting(PlacePin::id).containsExactly("d");
    assertThat(merged(pins, 0)).containsExactly("a", "b", "c");
  }

  @Test
  void of_places_merged_into_each_other_one_is_left() {
    Pins pins = Pins.of(List.of(place("b", "a"), place("a", "b"), place("x", "x")));

    assertThat(pins.places()).extracting(PlacePin::id).containsExactly("a", "x");
    assertThat(merged(pins, 0)).containsExactly("b");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void the_order_of_pins_does_not_matter(long seed) {
    List<PlacePin> pins =
        new ArrayList<>(
            List.of(
                place("a", "b"),
                place("a", "c"),
                place("b"),
                place("c", "a", "d"),
                place("e", "d"),
                place("f", "g", "e")));
    Pins sorted = Pins.of(pins);
    Collections.shuffle(pins, new Random(seed));

    assertThat(Pins.of(pins)).isEqualTo(sorted);
  }

  @Test
  void a_drawn_area_ends_where_it_was_drawn_across_the_antimeridian_too() {
    Area hook =
        new Area(
            FIJI.point(0, 0),
            0,
            List.of(
                FIJI.point(-100, -100),
                FIJI.point(100, -100),
                FIJI.point(100, 100),
                FIJI.point(0, -50),
                FIJI.point(-100, 100)));

    assertThat(contains(hook, -90, 0)).isTrue();
    assertThat(contains(hook, 90, 0)).isTrue();
    assertThat(contains(hook, 0, 0)).isFalse();
    assertThat(contains(hook, 0, -75)).isTrue();
    assertThat(contains(hook, -110, -90)).isFalse();
  }

  @Test
  void an_area_as_large_as_a_country_is_none() {
    assertThatIllegalArgumentException().isThrownBy(() -> Area.circle(FIJI.point(0, 0), 200_000));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Area.circle(FIJI.point(0, 0), Double.NaN));
  }

  private static boolean contains(Area area, double east, double north) {
    Coordinate spot = FIJI.point(east, north);
    return area.contains(spot.latitude(), spot.longitude());
  }

  private static List<String> merged(Pins pins, int place) {
    return pins.places().get(place).merged().stream().map(PlacePin.Merged::id).toList();
  }

  private static PlacePin place(String id, String... merged) {
    Area area = Area.circle(FIJI.point(0, 0), 50);
    return new PlacePin(
        id,
        area,
        false,
        null,
        false,
        Stream.of(merged).map(part -> new PlacePin.Merged(part, area)).toList());
  }
}

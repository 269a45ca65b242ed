package polo.common.earth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolylineTest {

  /// The example of Google's description of the format.
  private static final String PUBLISHED = "_p~iF~ps|U_ulLnnqC_mqNvxq`@";

  private static final List<Coordinate> PUBLISHED_POINTS =
      List.of(
          new Coordinate(38.5, -120.2),
          new Coordinate(40.7, -120.95),
          new Coordinate(43.252, -126.453));

  @Test
  void the_published_example_is_met() {
    assertThat(Polyline.encode(PUBLISHED_POINTS)).isEqualTo(PUBLISHED);
    assertThat(Polyline.decode(PUBLISHED)).isEqualTo(PUBLISHED_POINTS);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void points_come_back_to_five_decimals(long seed) {
    Random random = new Random(seed);
    List<Coordinate> points = Stream.generate(() -> anywhere(random)).limit(500).toList();

    List<Coordinate> decoded = Polyline.decode(Polyline.encode(points));

    assertThat(decoded).isEqualTo(points.stream().map(PolylineTest::rounded).toList());
    assertThat(Polyline.decode(Polyline.encode(decoded))).isEqualTo(decoded);
  }

  @Test
  void rounding_does_not_add_up_along_the_line() {
    List<Coordinate> steps =
        Stream.iterate(0, i -> i + 1).limit(10_000).map(i -> new Coordinate(i * 4e-6, 0)).toList();

    List<Coordinate> decoded = Polyline.decode(Polyline.encode(steps));

    assertThat(decoded.getLast()).isEqualTo(rounded(steps.getLast()));
  }

  @Test
  void no_points_are_an_empty_text() {
    assertThat(Polyline.encode(List.of())).isEmpty();
    assertThat(Polyline.decode("")).isEmpty();
  }

  @Test
  void a_text_cut_short_is_refused() {
    assertThatThrownBy(() -> Polyline.decode(PUBLISHED.substring(0, 12)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Coordinate anywhere(Random random) {
    return new Coordinate(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
  }

  private static Coordinate rounded(Coordinate point) {
    return new Coordinate(
        Math.round(point.latitude() * 1e5) / 1e5, Math.round(point.longitude() * 1e5) / 1e5);
  }
}

package polo.common.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;

class PointsCodecTest {

  private static final PointsBucket BUCKET = PointsBucket.of(Instant.parse("2026-07-14T09:20:00Z"));
  private static final Instant START = BUCKET.start();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void what_was_stored_comes_back_as_the_rounded_fixes_in_time_order(long seed) {
    List<Fix> fixes = anything(new Random(seed), 200);

    List<Fix> stored = PointsCodec.decode(BUCKET, PointsCodec.encode(BUCKET, fixes));

    assertThat(stored).isSubsetOf(fixes.stream().map(Fix::rounded).toList());
    assertThat(stored).extracting(Fix::at).isSorted().doesNotHaveDuplicates();
    assertThat(stored)
        .extracting(Fix::at)
        .containsAll(fixes.stream().map(Fix::rounded).map(Fix::at).toList());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void order_batches_and_repetition_change_no_byte(long seed) {
    Random random = new Random(seed);
    List<Fix> fixes = anything(random, 200);
    List<Fix> shuffled = new ArrayList<>(fixes);
    shuffled.addAll(fixes.subList(0, 60));
    Collections.shuffle(shuffled, random);

    PointsChunk atOnce = PointsCodec.encode(BUCKET, fixes);
    PointsChunk first = PointsCodec.encode(BUCKET, shuffled.subList(0, 31));
    PointsChunk second = PointsCodec.merge(BUCKET, first, shuffled.subList(20, 200));
    PointsChunk third = PointsCodec.merge(BUCKET, second, shuffled.subList(150, 260));

    assertThat(third).isEqualTo(atOnce);
    assertThat(PointsCodec.merge(BUCKET, third, List.of())).isEqualTo(atOnce);
  }

  @Test
  void of_one_millisecond_the_most_accurate_fix_stays() {
    Fix rough = Fix.of(START, 52.1, 13.1, 50);
    Fix sharp = Fix.of(START, 52.2, 13.2, 5);
    Fix silent = Fix.of(START, 52.3, 13.3);
    Fix unknowing = Fix.of(START, 52.4, 13.4, 0);

    PointsChunk chunk = PointsCodec.encode(BUCKET, List.of(silent, rough, unknowing, sharp));

    assertThat(PointsCodec.decode(BUCKET, chunk)).containsExactly(sharp);
  }

  @Test
  void no_fixes_are_an_empty_chunk() {
    PointsChunk chunk = PointsCodec.encode(BUCKET, List.of());

    assertThat(chunk).isEqualTo(new PointsChunk(0, "", "", "", "", "", "", "", ""));
    assertThat(PointsCodec.decode(BUCKET, chunk)).isEmpty();
  }

  @Test
  void a_column_nobody_fills_is_empty() {
    PointsChunk chunk =
        PointsCodec.encode(BUCKET, List.of(Fix.of(START, 1, 2), Fix.of(START.plusMillis(9), 1, 2)));

    assertThat(chunk)
        .isEqualTo(new PointsChunk(2, "ABI=", "gNrECQA=", "gLSJEwA=", "", "", "", "", ""));
  }

  @Test
  void the_ends_of_the_earth_and_of_the_bucket_survive() {
    List<Fix> fixes =
        List.of(
            Fix.of(START, -90, -180),
            Fix.of(START.plusMillis(1), 90, 180),
            Fix.of(BUCKET.end().minusMillis(1), -90, 180));

    assertThat(PointsCodec.decode(BUCKET, PointsCodec.encode(BUCKET, fixes))).isEqualTo(fixes);
  }

  @Test
  void a_fix_of_another_bucket_is_refused() {
    assertThatThrownBy(() -> PointsCodec.encode(BUCKET, List.of(Fix.of(BUCKET.end(), 1, 2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not in bucket 20260714T0915");
  }

  @Test
  void a_chunk_cut_short_is_refused() {
    PointsChunk twoOfThree = new PointsChunk(3, "ABI=", "gNrECQA=", "gLSJEwA=", "", "", "", "", "");

    assertThatThrownBy(() -> PointsCodec.decode(BUCKET, twoOfThree))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_point_of_a_drive_at_one_fix_a_second_costs_little() {
    PointsChunk chunk = PointsCodec.encode(BUCKET, drive(new Random(7)));

    int bytes = chunk.toString().length();

    assertThat(bytes / 900.0).as("bytes a point").isLessThan(14);
  }

  /// A quarter of an hour in a car: turns, accelerates, brakes, with a phone's noise.
  private static List<Fix> drive(Random random) {
    List<Fix> fixes = new ArrayList<>();
    double lat = 52.5;
    double lon = 13.4;
    double speed = 12;
    double heading = 80;
    for (int second = 0; second < 900; second++) {
      speed = Math.clamp(speed + random.nextGaussian(0, 0.8), 0, 30);
      heading = (heading + random.nextGaussian(0, 3) + 360) % 360;
      lat += speed * Math.cos(Math.toRadians(heading)) / 111_195;
      lon += speed * Math.sin(Math.toRadians(heading)) / 67_700;
      fixes.add(
          new Fix(
              START.plusSeconds(second),
              new Coordinate(
                  lat + random.nextGaussian(0, 4e-6), lon + random.nextGaussian(0, 6e-6)),
              34 + random.nextGaussian(0, 0.5),
              5 + random.nextGaussian(0, 0.3),
              speed,
              heading,
              "automotive"));
    }
    return fixes;
  }

  /// Fixes anywhere, dense enough that some share a millisecond, with facts missing at random.
  private static List<Fix> anything(Random random, int count) {
    List<Fix> fixes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      fixes.add(
          new Fix(
              START.plusNanos(random.nextLong(count * 1_000_000L)),
              new Coordinate(random.nextDouble(-90, 90), random.nextDouble(-180, 180)),
              maybe(random, random.nextDouble(-400, 9000)),
              maybe(random, random.nextInt(3) * 2.5),
              maybe(random, random.nextDouble(-1, 80)),
              maybe(random, random.nextDouble(0, 360)),
              random.nextInt(3) == 0 ? null : "äctivity" + random.nextInt(3)));
    }
    return fixes;
  }

  private static @Nullable Double maybe(Random random, double value) {
    return random.nextInt(3) == 0 ? null : Double.valueOf(value);
  }
}

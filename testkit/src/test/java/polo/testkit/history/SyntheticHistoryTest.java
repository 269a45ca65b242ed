package polo.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;
import polo.common.job.PointsUploaded;
import polo.testkit.Golden;

class SyntheticHistoryTest {

  @Test
  void the_first_lines_of_a_file_read_well() throws Exception {
    List<String> lines = csv(SyntheticHistory.ofFixes(2, 12)).lines().toList();

    Golden.matches("history.csv", lines);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("polo.testkit.Seeds#stream")
  void the_same_seed_gives_the_same_bytes(long seed) throws Exception {
    SyntheticHistory history = SyntheticHistory.ofFixes(2, 5_000).withSeed(seed);

    String first = csv(history);
    String second = csv(history);

    assertThat(second).isEqualTo(first);
  }

  @Test
  void a_line_has_all_digits_of_its_fix() throws Exception {
    SyntheticHistory history = SyntheticHistory.ofFixes(3, 5_000);

    List<Fix> read = csv(history).lines().skip(1).map(SyntheticHistoryTest::fix).toList();

    assertThat(read).isEqualTo(fixes(history));
  }

  @Test
  void there_are_as_many_fixes_as_asked_for() {
    List<Fix> fixes = fixes(SyntheticHistory.ofFixes(3, 1_234));

    assertThat(fixes).hasSize(3 * 1_234);
  }

  @Test
  void a_year_has_some_hundred_fixes_a_day_and_ends() {
    List<Fix> fixes = fixes(SyntheticHistory.ofYears(1, 1));

    assertThat(fixes.size() / 365).isBetween(400, 1_000);
    assertThat(Duration.between(fixes.getFirst().at(), fixes.getLast().at()))
        .isBetween(Duration.ofDays(363), Duration.ofDays(366));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("polo.testkit.Seeds#stream")
  void a_users_fixes_come_in_time_order_and_never_twice(long seed) {
    List<Instant> times =
        fixes(SyntheticHistory.ofFixes(1, 50_000).withSeed(seed)).stream().map(Fix::at).toList();

    assertThat(IntStream.range(1, times.size()))
        .allMatch(i -> times.get(i - 1).isBefore(times.get(i)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("polo.testkit.Seeds#stream")
  void nobody_jumps_unless_the_fix_says_it_is_bad_or_the_phone_was_dark(long seed) {
    List<Fix> good =
        fixes(SyntheticHistory.ofFixes(1, 50_000).withSeed(seed)).stream()
            .filter(fix -> accuracy(fix) < 100)
            .toList();

    assertThat(IntStream.range(1, good.size()))
        .allMatch(i -> isPossible(good.get(i - 1), good.get(i)));
  }

  @Test
  void uploads_hold_every_fix_in_order() {
    SyntheticHistory history = SyntheticHistory.ofFixes(2, 1_050);
    List<PointsUploaded> uploads = new ArrayList<>();

    history.forEachUpload(500, uploads::add);

    assertThat(uploads)
        .extracting(upload -> upload.userId() + " " + upload.fixes().size())
        .containsExactly(
            "user-00001 500",
            "user-00001 500",
            "user-00001 50",
            "user-00002 500",
            "user-00002 500",
            "user-00002 50");
    assertThat(uploads.stream().flatMap(upload -> upload.fixes().stream()))
        .isEqualTo(fixes(history));
  }

  @Test
  void a_file_is_gzipped_when_its_name_says_so(@TempDir Path folder) throws Exception {
    SyntheticHistory history = SyntheticHistory.ofFixes(1, 100);
    Path plain = folder.resolve("fixes.csv");
    Path gzipped = folder.resolve("fixes.csv.gz");

    history.writeCsv(plain);
    history.writeCsv(gzipped);

    try (InputStream unzipped = new GZIPInputStream(Files.newInputStream(gzipped))) {
      assertThat(unzipped).hasSameContentAs(Files.newInputStream(plain));
    }
  }

  private static String csv(SyntheticHistory history) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    history.writeCsv(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Fix fix(String line) {
    String[] cells = line.split(",", -1);
    Instant at = Instant.ofEpochMilli(new BigDecimal(cells[1]).movePointRight(3).longValueExact());
    Coordinate position =
        new Coordinate(Double.parseDouble(cells[2]), Double.parseDouble(cells[3]));
    return new Fix(
        at,
        position,
        Double.valueOf(cells[4]),
        Double.valueOf(cells[5]),
        Double.valueOf(cells[6]),
        null,
        null);
  }

  private static List<Fix> fixes(SyntheticHistory history) {
    List<Fix> fixes = new ArrayList<>();
    history.forEachFix(fix -> fixes.add(fix.toFix()));
    return fixes;
  }

  private static boolean isPossible(Fix before, Fix after) {
    Duration silence = Duration.between(before.at(), after.at());
    double mps = before.position().metersTo(after.position()) / (silence.toMillis() / 1_000.0);
    boolean flown = silence.compareTo(Duration.ofHours(3)) > 0;
    return mps < (flown ? 230 : 40);
  }

  private static double accuracy(Fix fix) {
    return Objects.requireNonNull(fix.accuracyMeters());
  }
}

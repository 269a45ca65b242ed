package polo.fleet.edge.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.edge.json.Json;

class DeriveVerbTest {

  private static final String HEADER = "user,ts,lat,lon,alt,acc,speed\n";

  @TempDir private Path folder;

  @Test
  void an_hour_in_one_spot_is_a_stay() throws IOException {
    Path file = file("fixes.csv", HEADER + hourAt("ada", 52.09, 5.12));

    Run run = Run.polo("derive", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).isEmpty();
    assertThat(run.lines())
        .anySatisfy(line ->
            assertThat(line)
                .contains("\"type\":\"stay\"")
                .contains("\"userId\":\"ada\"")
                .contains("\"start\":\"2026-01-01T00:00:00Z\""));
  }

  @Test
  void users_come_in_order_whatever_the_order_of_the_files() throws IOException {
    Path zoe = file("zoe.csv", HEADER + hourAt("zoe", 52.09, 5.12));
    Path ada = file("ada.csv", HEADER + hourAt("ada", 38.7, -9.1));

    Run one = Run.polo("derive", zoe.toString(), ada.toString());
    Run other = Run.polo("derive", ada.toString(), zoe.toString());

    assertThat(one.out()).isEqualTo(other.out());
    assertThat(one.lines())
        .extracting(line -> Json.mapper().readTree(line).path("userId").stringValue())
        .isSorted()
        .contains("ada", "zoe");
  }

  @Test
  void fixes_without_a_user_are_those_of_the_given_one() throws IOException {
    Path file =
        file("fixes.csv", "ts,lat,lon\n" + hourAt("", 52.09, 5.12).replaceAll("(?m)^,", ""));

    Run run = Run.polo("derive", file.toString(), "--user", "ada");

    assertThat(run.lines()).isNotEmpty().allSatisfy(line -> assertThat(line).contains("\"ada\""));
  }

  @Test
  void malformed_rows_are_named_and_fail_nothing() throws IOException {
    Path file = file("fixes.csv", HEADER + "ada,soon,1,2,,,\n" + hourAt("ada", 52.09, 5.12));

    Run run = Run.polo("derive", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.err())
        .isEqualTo(file + ": line 2: not a time: \"soon\"\n1 left out: not a time\n");
    assertThat(run.lines()).isNotEmpty();
  }

  @Test
  void a_missing_file_fails_and_the_others_are_derived() throws IOException {
    Path file = file("fixes.csv", HEADER + hourAt("ada", 52.09, 5.12));
    Path missing = folder.resolve("nowhere.csv");

    Run run = Run.polo("derive", missing.toString(), file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(run.err()).contains("nowhere.csv").contains("no such file");
    assertThat(run.lines()).isNotEmpty();
  }

  @Test
  void everything_explains_itself_when_asked() throws IOException {
    Path file = file("fixes.csv", HEADER + hourAt("ada", 52.09, 5.12));

    Run run = Run.polo("derive", "--explain", file.toString());

    assertThat(run.lines())
        .hasSize(2)
        .anySatisfy(line ->
            assertThat(line)
                .contains("\"type\":\"place\"")
                .contains("\"rule\":\"dwelt_long\"")
                .contains("\"because\":\"1 visit, 1:00 h in all\"")
                .contains("\"leastDwellSeconds\":1200.0"))
        .anySatisfy(line ->
            assertThat(line)
                .contains("\"type\":\"stay\"")
                .contains("\"because\":\"61 fixes kept to one spot for 1:00 h\""));
  }

  @Test
  void pins_hold_without_a_fleet() throws IOException {
    Path file = file("fixes.csv", HEADER + hourAt("ada", 52.09, 5.12));
    Path pins =
        file(
            "pins.json",
            """
            {"pins": [
              {"type": "place", "id": "casa", "lat": 52.09, "lon": 5.12, "name": "Casa"},
              {"type": "stay", "id": "mine", "start": "2026-01-01T00:00:00Z",
               "end": "2026-01-01T01:00:00Z", "note": "rain", "hidden": true},
              {"type": "stay", "id": "no time"}
            ]}
            """);

    Run run = Run.polo("derive", file.toString(), "--pins", pins.toString(), "--explain");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).isEqualTo(pins + ": pin 2: start is missing\n");
    assertThat(run.lines())
        .anySatisfy(line ->
            assertThat(line)
                .contains("\"id\":\"casa\"", "\"name\":\"Casa\"", "\"rule\":\"pinned\""))
        .anySatisfy(line ->
            assertThat(line)
                .contains("\"id\":\"mine\"", "\"placeId\":\"casa\"")
                .contains("\"note\":\"rain\"", "\"hidden\":true"));
  }

  @Test
  void of_several_users_the_pins_are_those_of_the_given_one() throws IOException {
    Path file = file("fixes.csv", HEADER + hourAt("ada", 52.09, 5.12) + hourAt("zoe", 52.09, 5.12));
    Path pins =
        file(
            "pins.json", "{\"pins\": [{\"type\":\"place\",\"id\":\"casa\",\"lat\":52,\"lon\":5}]}");

    Run run = Run.polo("derive", file.toString(), "--pins", pins.toString(), "--user", "zoe");

    assertThat(run.lines().stream().filter(line -> line.contains("casa")))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("\"userId\":\"zoe\""));
  }

  @Test
  void a_file_without_pins_is_named_before_anything_is_derived() throws IOException {
    Path file = file("fixes.csv", HEADER + hourAt("ada", 52.09, 5.12));

    Run run = Run.polo("derive", file.toString(), "--pins", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(file + ": not JSON");
  }

  private static String hourAt(String user, double lat, double lon) {
    List<String> rows =
        IntStream.rangeClosed(0, 60)
            .mapToObj(
                minute -> "%s,%d,%s,%s,,,".formatted(user, 1767225600 + 60 * minute, lat, lon))
            .toList();
    return String.join("\n", rows) + "\n";
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}

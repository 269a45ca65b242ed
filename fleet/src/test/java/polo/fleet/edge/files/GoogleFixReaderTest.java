package polo.fleet.edge.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;

class GoogleFixReaderTest {

  @Test
  void locations_become_fixes_of_their_device() {
    Recorded read =
        read(
            """
            {"locations": [{
              "latitudeE7": 374219983, "longitudeE7": -1220840000, "accuracy": 20, "altitude": 12,
              "velocity": 3, "heading": 180, "source": "WIFI", "deviceTag": -577680260,
              "activity": [{"activity": [{"type": "STILL", "confidence": 100}], "timestamp": "2013-12-16T05:42:00Z"}],
              "timestamp": "2013-12-16T05:42:25.711Z"
            }]}
            """);

    assertThat(read.rows)
        .containsExactly(
            new Recorded.Row(
                null,
                "-577680260",
                new Fix(
                    Instant.parse("2013-12-16T05:42:25.711Z"),
                    new Coordinate(37.4219983, -122.084),
                    12.0,
                    20.0,
                    3.0,
                    180.0,
                    null)));
  }

  @Test
  void values_of_the_wrong_type_are_read_for_what_they_mean() {
    Recorded read =
        read(
            """
            {"locations": [
              {"timestampMs": "1387172545000", "latitudeE7": "10000000", "longitudeE7": 2.0e7, "accuracy": "5", "activity": null},
              {"timestampMs": 1387172545711, "latitudeE7": 10000000, "longitudeE7": 3074967296, "accuracy": null, "altitude": {}}
            ]}
            """);

    assertThat(read.fixes())
        .containsExactly(
            Fix.of(Instant.parse("2013-12-16T05:42:25Z"), 1, 2, 5),
            Fix.of(Instant.parse("2013-12-16T05:42:25.711Z"), 1, -122));
  }

  @Test
  void locations_that_are_no_fixes_are_named() {
    Recorded read =
        read(
            """
            {"settings": {"x": [1]}, "locations": [
              {"timestamp": "2013-12-16T05:42:25Z", "source": "CELL"},
              {"latitudeE7": 1, "longitudeE7": 1},
              {"latitudeE7": "north", "longitudeE7": 1, "timestamp": "2013-12-16T05:42:25Z"},
              null,
              {"latitudeE7": 1, "longitudeE7": 1, "timestamp": "2013-12-16T05:42:25Z"}
            ]}
            """);

    assertThat(read.fixes()).hasSize(1);
    assertThat(read.flaws)
        .extracting(Flaw::toString)
        .containsExactly(
            "locations[0]: no position: latitude or longitude is missing",
            "locations[1]: no time: 1.0E-7, 1.0E-7",
            "locations[2]: not a number: \"north\"",
            "locations[3]: not a row of this format: not an object");
  }

  private static Recorded read(String content) {
    return Recorded.of(new GoogleFixReader(), content);
  }
}

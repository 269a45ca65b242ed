package polo.fleet.edge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;

class GeoJsonFixReaderTest {

  @Test
  void points_with_a_time_become_fixes() {
    Recorded read =
        read(
            """
            {"type":"FeatureCollection","features":[
              {"type":"Feature","geometry":{"type":"Point","coordinates":[2.5,1.5,80]},
               "properties":{"timestamp":1,"horizontal_accuracy":5,"speed":"2.5","course":90,
                             "motion":["walking"],"device_id":"phone"}},
              {"properties":{"time":"1970-01-01T00:00:02Z"},
               "geometry":{"coordinates":[4,3],"type":"Point"},"type":"Feature"}
            ]}
            """);

    assertThat(read.rows)
        .containsExactly(
            new Recorded.Row(
                null,
                "phone",
                new Fix(
                    Instant.ofEpochSecond(1),
                    new Coordinate(1.5, 2.5),
                    80.0,
                    5.0,
                    2.5,
                    90.0,
                    null)),
            new Recorded.Row(null, null, Fix.of(Instant.ofEpochSecond(2), 3, 4)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"time", "timestamp", "dateTime", "date_time", "recorded_at", "tst"})
  void the_time_goes_by_many_names(String name) {
    Recorded read =
        read(
            """
            {"type":"Feature","geometry":{"type":"Point","coordinates":[2,1]},"properties":{"%s":1}}
            """
                .formatted(name));

    assertThat(read.fixes()).containsExactly(Fix.of(Instant.ofEpochSecond(1), 1, 2));
  }

  @Test
  void a_line_has_a_time_for_each_position() {
    Recorded read =
        read(
            """
            {"type":"FeatureCollection","features":[{"type":"Feature",
             "properties":{"name":"walk","coordTimes":["1970-01-01T00:00:01Z","1970-01-01T00:00:02Z"]},
             "geometry":{"type":"LineString","coordinates":[[2,1],[2.5,1]]}}]}
            """);

    assertThat(read.fixes())
        .containsExactly(
            Fix.of(Instant.ofEpochSecond(1), 1, 2), Fix.of(Instant.ofEpochSecond(2), 1, 2.5));
  }

  @Test
  void a_line_of_lines_has_times_of_times() {
    Recorded read =
        read(
            """
            {"type":"Feature",
             "geometry":{"type":"MultiLineString","coordinates":[[[2,1],[3,1]],[[4,1]]]},
             "properties":{"coordinateProperties":{"times":[[1,2],[3]]}}}
            """);

    assertThat(read.fixes())
        .containsExactly(
            Fix.of(Instant.ofEpochSecond(1), 1, 2),
            Fix.of(Instant.ofEpochSecond(2), 1, 3),
            Fix.of(Instant.ofEpochSecond(3), 1, 4));
  }

  @Test
  void features_on_a_line_each_are_read() {
    Recorded read =
        read(
            """
            {"type":"Feature","geometry":{"type":"Point","coordinates":[2,1]},"properties":{"time":1}}
            {"type":"Feature","geometry":{"type":"Point","coordinates":[3,1]},"properties":{"time":2}}
            """);

    assertThat(read.fixes()).hasSize(2);
  }

  @Test
  void features_that_are_no_fixes_are_named() {
    Recorded read =
        read(
            """
            {"type":"FeatureCollection","features":[
              {"type":"Feature","geometry":{"type":"Point","coordinates":[2,1]},"properties":{}},
              {"type":"Feature","geometry":null,"properties":{"time":1}},
              {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[1,1],[0,0]]]},"properties":{"time":1}},
              {"type":"Feature","geometry":{"type":"Point","coordinates":[]},"properties":{"time":1}},
              {"type":"Feature","geometry":{"type":"Point","coordinates":[2,100]},"properties":{"time":1}},
              {"type":"Feature","geometry":{"type":"LineString","coordinates":[[2,1],[2,2]]},"properties":{"times":[1]}},
              {"type":"Feature","geometry":{"type":"LineString","coordinates":[[2,1],["x",2]]},"properties":{"times":[1,2]}},
              7
            ]}
            """);

    assertThat(read.fixes()).hasSize(1);
    assertThat(read.flaws)
        .extracting(Flaw::toString)
        .containsExactly(
            "features[0]: no time: 1.0, 2.0",
            "features[1]: no position: no geometry",
            "features[2]: no position: the geometry is \"Polygon\"",
            "features[3]: no position: latitude or longitude is missing",
            "features[4]: not a position on Earth: 100.0, 2.0",
            "features[5]: no time: 2 positions with 1 times",
            "features[6] position 1: no position: latitude or longitude is missing",
            "features[7]: not a row of this format: not an object");
  }

  @Test
  void what_is_no_json_breaks_off_where_it_stops_making_sense() {
    var content =
        new ByteArrayInputStream(
            "{\"features\":[{\"geometry\":{\"type\":\"Point\",\"coordinates\":[2,1]},\"properties\":{\"time\":1}},\n{oops"
                .getBytes(StandardCharsets.UTF_8));
    Recorded read = new Recorded();

    assertThatThrownBy(() -> new GeoJsonFixReader().read(content, read))
        .isInstanceOfSatisfying(
            BrokenFileException.class, e -> assertThat(e.where()).isEqualTo("line 2"));
    assertThat(read.fixes()).hasSize(1);
  }

  private static Recorded read(String content) {
    return Recorded.of(new GeoJsonFixReader(), content);
  }
}

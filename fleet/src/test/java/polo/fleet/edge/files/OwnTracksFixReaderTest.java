package polo.fleet.edge.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;

class OwnTracksFixReaderTest {

  @Test
  void a_location_becomes_a_fix_with_its_speed_in_metres_a_second() {
    Recorded read =
        read(
            "2015-10-05T06:33:49Z\t*                 \t{\"_type\":\"location\",\"tid\":\"JJ\",\"lat\":48.85833,"
                + "\"lon\":2.29513,\"acc\":14,\"alt\":167,\"vel\":36,\"cog\":90,\"tst\":1444026829,\"conn\":\"w\"}\n");

    assertThat(read.rows)
        .containsExactly(
            new Recorded.Row(
                null,
                "JJ",
                new Fix(
                    Instant.parse("2015-10-05T06:33:49Z"),
                    new Coordinate(48.85833, 2.29513),
                    167.0,
                    14.0,
                    10.0,
                    90.0,
                    null)));
  }

  @Test
  void the_time_of_receipt_stands_in_for_a_missing_one() {
    Recorded read = read("1970-01-01T00:00:09Z\t*\t{\"_type\":\"location\",\"lat\":1,\"lon\":2}\n");

    assertThat(read.fixes()).containsExactly(Fix.of(Instant.ofEpochSecond(9), 1, 2));
  }

  @Test
  void waypoints_and_last_wills_are_no_positions_and_no_flaws() {
    Recorded read =
        read(
            """
            2015-10-05T06:33:49Z\tlwt\t{"_type":"lwt","tst":"1444026829"}
            2015-10-05T06:33:49Z\t*\t{"_type":"waypoint","lat":1,"lon":2,"tst":1444026829,"desc":"home"}

            """);

    assertThat(read.rows).isEmpty();
    assertThat(read.flaws).isEmpty();
  }

  @Test
  void malformed_lines_are_named_and_the_others_are_read() {
    Recorded read =
        read(
            """
            not a record
            2015-10-05T06:33:49Z\t*\t{"_type":"location","lat":1,
            2015-10-05T06:33:49Z\t*\t[1]
            2015-10-05T06:33:49Z\t*\t{"_type":"location","lat":"x","lon":2}
            2015-10-05T06:33:49Z\t*\t{"_type":"location","lat":1,"lon":2}
            """);

    assertThat(read.fixes()).hasSize(1);
    assertThat(read.flaws)
        .extracting(Flaw::where)
        .containsExactly("line 1", "line 2", "line 3", "line 4");
  }

  private static Recorded read(String content) {
    return Recorded.of(new OwnTracksFixReader(), content);
  }
}

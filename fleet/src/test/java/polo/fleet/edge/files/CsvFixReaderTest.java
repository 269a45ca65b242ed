package polo.fleet.edge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;

class CsvFixReaderTest {

  private static final String HEADER = "user,ts,lat,lon,alt,acc,speed\n";

  @Test
  void a_row_becomes_a_fix_of_its_user() {
    Recorded read = read(HEADER + "ada,1583349567.82,37.3904823,-122.0837257,-4.5,15.939,0\n");

    assertThat(read.rows)
        .containsExactly(
            new Recorded.Row(
                "ada",
                null,
                new Fix(
                    Instant.parse("2020-03-04T19:19:27.820Z"),
                    new Coordinate(37.3904823, -122.0837257),
                    -4.5,
                    15.939,
                    0.0,
                    null,
                    null)));
  }

  @Test
  void altitude_accuracy_and_speed_may_be_empty_or_missing() {
    Recorded read = read(HEADER + "ada,1,2,3,,,\nada,2,2,3\nada,3,2,3,NaN,null,NA\n");

    assertThat(read.fixes())
        .containsExactly(
            Fix.of(Instant.ofEpochSecond(1), 2, 3),
            Fix.of(Instant.ofEpochSecond(2), 2, 3),
            Fix.of(Instant.ofEpochSecond(3), 2, 3));
    assertThat(read.flaws).isEmpty();
  }

  @Test
  void columns_go_by_their_header_in_any_order_and_under_their_usual_names() {
    Recorded read =
        read(
            "Longitude,accuracy,Latitude,device_id,timestamp,note\n3,4,2,phone,1970-01-01T00:00:01Z,\"a,b\"\n");

    assertThat(read.rows)
        .containsExactly(
            new Recorded.Row(null, "phone", Fix.of(Instant.ofEpochSecond(1), 2, 3, 4)));
  }

  @Test
  void a_negative_speed_says_unknown() {
    Recorded read = read(HEADER + "ada,1,2,3,,,-1\n");

    assertThat(read.fixes()).containsExactly(Fix.of(Instant.ofEpochSecond(1), 2, 3));
  }

  @Test
  void malformed_rows_are_named_and_the_others_are_read() {
    Recorded read =
        read(
            HEADER
                + "ada,1,2,3,,,\n"
                + "ada,soon,2,3,,,\n"
                + "ada,,2,3,,,\n"
                + "ada,4,91,3,,,\n"
                + "ada,5,north,3,,,\n"
                + "ada,6,,3,,,\n"
                + "ada,7\n"
                + "ada,8,2,3,,-1,\n"
                + "ada,9,2,3,high,,\n"
                + "\"ada,10,2,3,,,\n"
                + "ada,11,2,3,,,\n");

    assertThat(read.fixes()).hasSize(2);
    assertThat(read.flaws)
        .extracting(Flaw::toString)
        .containsExactly(
            "line 3: not a time: \"soon\"",
            "line 4: no time: 2.0, 3.0",
            "line 5: not a position on Earth: 91.0, 3.0",
            "line 6: not a number: \"north\"",
            "line 7: no position: latitude or longitude is missing",
            "line 8: not a row of this format: only 2 fields",
            "line 9: not a position on Earth: accuracy -1.0: the device had no position",
            "line 10: not a number: \"high\"",
            "line 11: not a row of this format: a quote is not closed");
  }

  @Test
  void a_header_without_positions_makes_the_file_unreadable() {
    var content =
        new ByteArrayInputStream(
            "name,age\nada,36\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThatThrownBy(() -> new CsvFixReader().read(content, new Recorded()))
        .isInstanceOf(BrokenFileException.class)
        .hasMessage("the header has no column ts");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void reads_what_the_plain_reader_reads(long seed) {
    String content = randomFile(seed);

    Recorded read = read(content);

    assertThat(read.flaws).isEmpty();
    assertThat(read.rows).isEqualTo(plainlyRead(content));
  }

  private static String randomFile(long seed) {
    Random random = new Random(seed);
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 0; i < 5_000; i++) {
      rows.append("user-").append(random.nextInt(3)).append(',');
      rows.append(random.nextLong(2_000_000_000_000L) / 1000.0).append(',');
      rows.append(random.nextDouble(-90, 90)).append(',');
      rows.append((float) random.nextDouble(-180, 180)).append(',');
      rows.append(random.nextBoolean() ? "" : random.nextInt(-10, 4000)).append(',');
      rows.append(random.nextBoolean() ? "" : random.nextInt(0, 3000) / 10.0).append(',');
      rows.append(random.nextBoolean() ? "" : random.nextDouble() * 40).append('\n');
    }
    return rows.toString();
  }

  /// The oracle: the same rules in the plainest words.
  private static List<Recorded.Row> plainlyRead(String content) {
    List<Recorded.Row> rows = new ArrayList<>();
    for (String line : content.lines().skip(1).toList()) {
      String[] field = line.split(",", -1);
      rows.add(
          new Recorded.Row(
              field[0],
              null,
              new Fix(
                  Instant.ofEpochMilli(
                      new java.math.BigDecimal(field[1]).movePointRight(3).longValue()),
                  new Coordinate(Double.parseDouble(field[2]), Double.parseDouble(field[3])),
                  orNull(field[4]),
                  orNull(field[5]),
                  orNull(field[6]),
                  null,
                  null)));
    }
    return rows;
  }

  private static @Nullable Double orNull(String field) {
    return field.isEmpty() ? null : Double.valueOf(field);
  }

  private static Recorded read(String content) {
    return Recorded.of(new CsvFixReader(), content);
  }
}

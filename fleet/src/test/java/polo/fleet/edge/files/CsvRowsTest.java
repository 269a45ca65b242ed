package polo.fleet.edge.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

  @Test
  void fields_are_what_stands_between_commas() throws IOException {
    List<List<String>> rows = rows("a,b,,d\nthe, end ,x\n");

    assertThat(rows).containsExactly(List.of("a", "b", "", "d"), List.of("the", " end ", "x"));
  }

  @Test
  void a_quoted_field_may_hold_commas_quotes_and_line_ends() throws IOException {
    List<List<String>> rows = rows("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\nnext,row,\"\"\n");

    assertThat(rows)
        .containsExactly(List.of("a,b", "say \"hi\"", "two\nlines"), List.of("next", "row", ""));
  }

  @Test
  void line_ends_of_windows_a_byte_order_mark_and_blank_lines_are_passed_over() throws IOException {
    List<List<String>> rows = rows("\uFEFFlat,lon\r\n\r\n\n1,2\r\n3,4");

    assertThat(rows).containsExactly(List.of("lat", "lon"), List.of("1", "2"), List.of("3", "4"));
  }

  @Test
  void a_quote_that_is_never_closed_costs_one_line() throws IOException {
    CsvRows rows = cursor("good,1\n\"bad,2\ngood,3\n");

    rows.next();
    rows.next();
    boolean torn = rows.isTorn();
    rows.next();

    assertThat(torn).isTrue();
    assertThat(rows.text(1)).isEqualTo("3");
    assertThat(rows.line()).isEqualTo(3);
  }

  @Test
  void a_file_larger_than_the_buffer_is_read_the_same_however_the_bytes_arrive()
      throws IOException {
    String content =
        String.join(
            "\n",
            IntStream.range(0, 30_000).mapToObj(i -> i + ",\"x\"\"" + i + "\",zürich").toList());

    List<List<String>> inGulps = rows(new ByteArrayInputStream(bytes(content)));
    List<List<String>> inDrops = rows(new Dripping(bytes(content)));

    assertThat(inDrops).isEqualTo(inGulps).hasSize(30_000);
    assertThat(inGulps.getLast()).containsExactly("29999", "x\"29999", "zürich");
  }

  @Test
  void a_row_is_copied_as_it_stands() throws IOException {
    CsvRows rows = cursor("h\n\"a,b\" ,\"say \"\"hi\"\"\", 007\r\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    rows.next();
    rows.next();
    rows.copyTo(out);

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\"a,b\" ,\"say \"\"hi\"\"\", 007");
  }

  @Test
  void lines_are_counted_through_quoted_line_ends() throws IOException {
    CsvRows rows = cursor("\"a\nb\nc\",1\nd,2\n");

    rows.next();
    rows.next();

    assertThat(rows.line()).isEqualTo(4);
  }

  private static CsvRows cursor(String content) {
    return new CsvRows(new ByteArrayInputStream(bytes(content)));
  }

  private static List<List<String>> rows(String content) throws IOException {
    return rows(new ByteArrayInputStream(bytes(content)));
  }

  private static List<List<String>> rows(InputStream in) throws IOException {
    CsvRows cursor = new CsvRows(in);
    List<List<String>> rows = new ArrayList<>();
    while (cursor.next()) {
      rows.add(IntStream.range(0, cursor.size()).mapToObj(cursor::text).toList());
    }
    return rows;
  }

  private static byte[] bytes(String content) {
    return content.getBytes(StandardCharsets.UTF_8);
  }

  /// Gives seven bytes at a time, as a slow pipe might.
  private static final class Dripping extends ByteArrayInputStream {
    Dripping(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
      return super.read(target, offset, Math.min(7, length));
    }
  }
}

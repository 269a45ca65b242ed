package polo.fleet.edge.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixFileTest {

  private static final String CSV = "user,ts,lat,lon,alt,acc,speed\nada,1,1,2,,,\nada,2,1,2,,,\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CSV|ts,lat,lon\\n1,1,2",
        "CSV|\uFEFFLongitude,Latitude,Time\\n1,2,3",
        "GPX|<?xml version='1.0'?>\\n<!-- made by me -->\\n<gpx></gpx>",
        "GEOJSON|{\"type\":\"FeatureCollection\",\"features\":[]}",
        "GOOGLE|{ \"locations\": [ {\"latitudeE7\": 1",
        "OWNTRACKS|2015-10-05T06:33:49Z\\t*    \\t{\"_type\":\"location\"}",
      })
  void the_content_tells_the_format_whatever_the_name(FixFormat expected, String content) {
    byte[] head = content.translateEscapes().getBytes(StandardCharsets.UTF_8);

    assertThat(FixFormat.detect(head, "upload.bin")).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "CSV, a.csv.gz",
    "GPX, A.GPX",
    "GEOJSON, a.geojson",
    "GOOGLE, Records.json",
    "OWNTRACKS, 2015-10.rec"
  })
  void the_name_tells_when_the_content_does_not(FixFormat expected, String name) {
    assertThat(FixFormat.detect(new byte[0], name)).contains(expected);
  }

  @Test
  void a_zipped_file_is_read_like_a_plain_one() throws IOException {
    Recorded plain = read(file("plain", bytes(CSV)), null);
    Recorded zipped = read(file("zipped", gzip(CSV)), null);

    assertThat(zipped.rows).isEqualTo(plain.rows).hasSize(2);
  }

  @Test
  void a_zipped_file_cut_short_gives_what_is_left_of_it() throws IOException {
    byte[] whole = gzip(CSV + "ada,3,1,2,,,\n".repeat(10_000));
    Recorded read = read(file("cut", Arrays.copyOf(whole, whole.length / 2)), null);

    assertThat(read.rows).hasSizeGreaterThan(1_000);
    assertThat(read.flaws)
        .singleElement()
        .satisfies(flaw -> {
          assertThat(flaw.kind()).isEqualTo(FlawKind.BREAKS_OFF);
          assertThat(flaw.detail()).isEqualTo("the compressed data is cut short");
        });
  }

  @Test
  void a_file_that_is_not_there_is_an_answer() {
    Recorded read = read(folder.resolve("nowhere.csv"), null);

    assertThat(read.flaws)
        .extracting(Flaw::kind, Flaw::detail)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(FlawKind.UNREADABLE, "no such file"));
  }

  @Test
  void a_file_of_another_kind_is_an_answer() throws IOException {
    Recorded read = read(file("song.mp3", new byte[] {'I', 'D', '3', 4, 0}), null);

    assertThat(read.flaws)
        .extracting(Flaw::detail)
        .containsExactly("neither CSV, GPX, GeoJSON, Google Records nor OwnTracks");
  }

  @Test
  void a_given_format_overrides_what_the_content_seems_to_be() throws IOException {
    Recorded read = read(file("data", bytes(CSV)), FixFormat.GPX);

    assertThat(read.flaws).extracting(Flaw::kind).containsExactly(FlawKind.UNREADABLE);
  }

  @Test
  void every_byte_of_the_file_is_accounted_for() throws IOException {
    Path file = file("zipped", gzip(CSV));
    AtomicLong consumed = new AtomicLong();

    new FixFile(file, null).read(new Recorded(), consumed::addAndGet);

    assertThat(consumed).hasValue(Files.size(file));
  }

  private static Recorded read(Path path, @Nullable FixFormat format) {
    Recorded recorded = new Recorded();
    new FixFile(path, format).read(recorded, bytes -> {});
    return recorded;
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static byte[] bytes(String content) {
    return content.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(String content) throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(bytes(content));
    }
    return bytes.toByteArray();
  }
}

package polo.fleet.edge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;

class GpxFixReaderTest {

  @Test
  void track_points_of_gpx_1_1_become_fixes() {
    Recorded read =
        read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="me">
              <metadata><time>2015-01-01T00:00:00Z</time></metadata>
              <trk><name>Ride &amp; rest</name><trkseg>
                <trkpt lat="45.244436" lon="19.707056">
                  <ele>382</ele><time>2015-02-06T08:36:46.500+01:00</time><hdop>1.1</hdop>
                  <extensions>
                    <gpxtpx:TrackPointExtension xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v2">
                      <gpxtpx:speed>3.5</gpxtpx:speed><gpxtpx:course>90</gpxtpx:course>
                    </gpxtpx:TrackPointExtension>
                    <accuracy>4.8</accuracy>
                  </extensions>
                </trkpt>
              </trkseg></trk>
            </gpx>
            """);

    assertThat(read.fixes())
        .containsExactly(
            new Fix(
                Instant.parse("2015-02-06T07:36:46.500Z"),
                new Coordinate(45.244436, 19.707056),
                382.0,
                4.8,
                3.5,
                90.0,
                null));
  }

  @Test
  void speed_and_course_of_gpx_1_0_and_way_and_route_points_are_read_too() {
    Recorded read =
        read(
            """
            <gpx version="1.0" xmlns="http://www.topografix.com/GPX/1/0">
            <wpt lat="1" lon="2"><time>1970-01-01T00:00:01Z</time></wpt>
            <rte><rtept lat="1" lon="2"><time>1970-01-01T00:00:02Z</time></rtept></rte>
            <trk><trkseg><trkpt lat="1" lon="2"><time>1970-01-01T00:00:03Z</time><course>10</course><speed>2</speed></trkpt></trkseg></trk>
            </gpx>
            """);

    assertThat(read.fixes())
        .containsExactly(
            Fix.of(Instant.ofEpochSecond(1), 1, 2),
            Fix.of(Instant.ofEpochSecond(2), 1, 2),
            new Fix(Instant.ofEpochSecond(3), new Coordinate(1, 2), null, null, 2.0, 10.0, null));
  }

  @Test
  void points_without_a_time_or_a_place_are_named() {
    Recorded read =
        read(
            """
            <gpx version="1.1"><trk><trkseg>
            <trkpt lat="1" lon="2"/>
            <trkpt lat="1"><time>1970-01-01T00:00:01Z</time></trkpt>
            <trkpt lat="1" lon="east"><time>1970-01-01T00:00:01Z</time></trkpt>
            <trkpt lat="1" lon="2"><time>yesterday</time></trkpt>
            </trkseg></trk></gpx>
            """);

    assertThat(read.rows).isEmpty();
    assertThat(read.flaws)
        .extracting(Flaw::toString)
        .containsExactly(
            "line 2 trkpt: no time: 1.0, 2.0",
            "line 3 trkpt: no position: latitude or longitude is missing",
            "line 4 trkpt: not a number: \"east\"",
            "line 5 trkpt: not a time: \"yesterday\"");
  }

  @Test
  void a_file_without_tracks_holds_nothing() {
    Recorded read = read("<gpx version=\"1.1\"><trk><name>empty</name></trk></gpx>");

    assertThat(read.rows).isEmpty();
    assertThat(read.flaws).isEmpty();
  }

  @Test
  void points_before_the_break_of_a_torn_file_are_read() {
    var content =
        bytes(
            "<gpx><trk><trkseg><trkpt lat='1' lon='2'><time>1970-01-01T00:00:01Z</time></trkpt><trkpt");
    Recorded read = new Recorded();

    assertThatThrownBy(() -> new GpxFixReader().read(content, read))
        .isInstanceOf(BrokenFileException.class);
    assertThat(read.fixes()).containsExactly(Fix.of(Instant.ofEpochSecond(1), 1, 2));
  }

  @Test
  void an_external_entity_is_never_fetched(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "1970-01-01T00:00:01Z");
    String content =
        """
        <!DOCTYPE gpx [<!ENTITY secret SYSTEM "%s">]>
        <gpx><trk><trkseg><trkpt lat="1" lon="2"><time>&secret;</time></trkpt></trkseg></trk></gpx>
        """
            .formatted(secret.toUri());

    Recorded read = read(content);

    assertThat(read.rows).isEmpty();
    assertThat(read.flaws).extracting(Flaw::kind).containsExactly(FlawKind.NO_TIME);
  }

  @Test
  void entities_that_multiply_are_not_expanded() {
    String content =
        """
        <!DOCTYPE gpx [<!ENTITY a "1234567890"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
        <gpx><trk><trkseg><trkpt lat="1" lon="2"><time>&b;</time></trkpt></trkseg></trk></gpx>
        """;

    Recorded read = read(content);

    assertThat(read.rows).isEmpty();
    assertThat(read.flaws).extracting(Flaw::kind).containsExactly(FlawKind.NO_TIME);
  }

  private static Recorded read(String content) {
    return Recorded.of(new GpxFixReader(), content);
  }

  private static ByteArrayInputStream bytes(String content) {
    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }
}

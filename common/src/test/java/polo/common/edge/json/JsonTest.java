package polo.common.edge.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.document.Checkpoint;
import polo.common.document.Envelope;
import polo.common.document.Photo.TakenAt;
import polo.common.document.TimelineMonth;
import polo.common.document.TravelMode;

class JsonTest {

  private static final Instant NINE = Instant.parse("2026-07-14T09:00:00Z");

  private record Sample(
      int count,
      boolean flag,
      double number,
      @Nullable String text,
      List<String> list,
      SortedMap<String, Integer> map) {}

  private record Ride(
      String id,
      Instant start,
      Instant end,
      @Nullable String from,
      @Nullable String to,
      double meters,
      TravelMode mode) {}

  private record Measure(double value) {}

  private record Bag(Map<String, Integer> map) {}

  @Test
  void times_are_iso_and_enums_are_in_lower_case_and_absent_is_absent() {
    Ride ride = new Ride("t1", NINE, NINE.plusMillis(1500), null, "p2", 12.5, TravelMode.SUBWAY);

    assertThat(Json.line(ride))
        .isEqualTo(
            """
            {"id":"t1","start":"2026-07-14T09:00:00Z","end":"2026-07-14T09:00:01.500Z",\
            "to":"p2","meters":12.5,"mode":"subway"}\
            """);
    assertThat(Json.read(Json.bytes(ride), Ride.class)).isEqualTo(ride);
  }

  @Test
  void local_times_offsets_and_months_are_texts() {
    TakenAt taken =
        new TakenAt(
            LocalDateTime.parse("2026-07-14T11:00:00"), ZoneOffset.ofHours(2), NINE, "exif-offset");
    TimelineMonth month =
        new TimelineMonth(
            YearMonth.of(2026, 7),
            List.of(),
            List.of(),
            List.of(),
            List.of(new Checkpoint(NINE, NINE)),
            new TreeMap<>(Map.of("phone", List.of(1L, 2L))));

    assertThat(Json.line(taken))
        .isEqualTo(
            """
            {"local":"2026-07-14T11:00:00","offset":"+02:00","instant":"2026-07-14T09:00:00Z",\
            "source":"exif-offset"}\
            """);
    assertThat(Json.read(Json.bytes(taken), TakenAt.class)).isEqualTo(taken);
    assertThat(Json.line(month)).contains("\"month\":\"2026-07\"", "\"chunks\":{\"phone\":[1,2]}");
    assertThat(Json.read(Json.bytes(month), TimelineMonth.class)).isEqualTo(month);
  }

  @Test
  void equal_maps_give_equal_bytes_whatever_their_order() {
    Map<String, Integer> oneWay = new LinkedHashMap<>();
    oneWay.put("b", 2);
    oneWay.put("a", 1);
    Map<String, Integer> otherWay = new LinkedHashMap<>();
    otherWay.put("a", 1);
    otherWay.put("b", 2);

    assertThat(Json.line(new Bag(oneWay))).isEqualTo(Json.line(new Bag(otherWay)));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void doubles_come_back_to_the_last_bit(long seed) {
    List<Double> doubles =
        new Random(seed)
            .longs(1000)
            .mapToObj(Double::longBitsToDouble)
            .filter(Double::isFinite)
            .toList();

    assertThat(doubles)
        .allSatisfy(value ->
            assertThat(Json.read(Json.bytes(new Measure(value)), Measure.class).value())
                .isEqualTo(value));
  }

  @Test
  void what_an_older_version_did_not_write_is_zero_false_or_empty() {
    Sample read = Json.read("{\"unknown\":1}".getBytes(UTF_8), Sample.class);

    assertThat(read).isEqualTo(new Sample(0, false, 0, null, List.of(), new TreeMap<>()));
  }

  @Test
  void an_envelope_without_the_apps_part_has_none() {
    Envelope<String> envelope = Envelope.of("news").saying("news", Map.of("b", 2L, "a", 1L));

    assertThat(Json.line(envelope))
        .isEqualTo("{\"v\":1,\"derived\":\"news\",\"guard\":{\"a\":1,\"b\":2}}");
  }

  @Test
  void a_line_has_no_line_break() {
    assertThat(Json.line(Map.of("text", "two\nlines"))).isEqualTo("{\"text\":\"two\\nlines\"}");
  }
}

package polo.fleet.edge.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.edge.kafka.CloudEventHeaders;
import polo.common.edge.kafka.JobReader;
import polo.common.job.ParsedJob;
import polo.common.job.Reason;

class LoadTest {

  @Test
  void a_seed_is_always_the_same_load() {
    Load first = Load.of("run", 250, 7);
    Load again = Load.of("run", 250, 7);

    assertThat(again.jobs()).isEqualTo(first.jobs()).isNotEqualTo(Load.of("run", 250, 8).jobs());
    assertThat(first.byUser()).hasSize(3);
  }

  @Test
  void disorder_sends_every_job_three_times() {
    Map<String, Integer> times = new HashMap<>();

    Load.disturbed("run", 250, 7)
        .records()
        .forEach(record -> times.merge(idOf(record), 1, Integer::sum));

    assertThat(times).hasSize(250 + 12);
    assertThat(times).containsEntry("run-0", 3).containsEntry("run-249", 3);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void poison_is_refused_for_the_reason_it_names(int kind) {
    Poison poison = Poison.of(kind, "ada", "poison-1");

    ParsedJob read = JobReader.standard().read(received(poison.record()));

    assertThat(read)
        .isInstanceOfSatisfying(
            ParsedJob.Invalid.class,
            invalid ->
                assertThat(invalid.reason()).extracting(Reason::code).isEqualTo(poison.reason()));
  }

  @Test
  void every_kind_of_poison_is_tried() {
    assertThat(Poison.KINDS).isEqualTo(10);
  }

  private static String idOf(ProducerRecord<byte[], byte[]> record) {
    return new String(
        record.headers().lastHeader(CloudEventHeaders.ID).value(), StandardCharsets.UTF_8);
  }

  private static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent) {
    return new ConsumerRecord<>(
        sent.topic(),
        0,
        0,
        1_780_000_000_000L,
        TimestampType.CREATE_TIME,
        0,
        0,
        sent.key(),
        sent.value(),
        new RecordHeaders(sent.headers()),
        Optional.empty());
  }
}

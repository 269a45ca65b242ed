package polo.geo.edge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import polo.common.document.DocumentKey;
import polo.common.document.PlacesIndex;
import polo.common.edge.kafka.EndedJob;
import polo.common.edge.kafka.JobProducer;
import polo.common.edge.kafka.Topics;
import polo.common.edge.store.Documents;
import polo.common.job.HistoryReprocess;
import polo.common.job.Job;
import polo.common.job.JobHeaders;
import polo.common.job.Outcome;
import polo.common.job.ParsedJob;
import polo.common.job.PinsChanged;
import polo.common.job.ReasonCode;
import polo.testkit.store.MemoryDocumentStore;

class PlaceAsksTest {

  private static final String USER = "ada";
  private static final Instant NOW = Instant.parse("2026-05-08T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final Documents documents = new Documents(new MemoryDocumentStore());
  private final MockProducer<byte[], byte[]> broker =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final PlaceAsks asks = new PlaceAsks(documents, new JobProducer(broker), CLOCK);

  @Test
  void places_are_asked_for_once_under_their_cell() {
    index(place("p1", 48.8606111), place("p2", 38.71));

    asks.ask(List.of(done(new PinsChanged(USER))));
    asks.ask(List.of(done(new PinsChanged(USER))));

    assertThat(sentKeys()).containsExactlyInAnyOrder("u09tvny1", "sncsjnyn");
    assertThat(broker.history()).allMatch(sent -> sent.topic().equals(Topics.PLACES));
  }

  @Test
  void a_place_that_moves_within_its_cell_is_not_asked_for_again_one_that_leaves_it_is() {
    index(place("p1", 48.8606111));
    asks.ask(List.of(done(new PinsChanged(USER))));

    index(place("p1", 48.8606112));
    asks.ask(List.of(done(new PinsChanged(USER))));
    index(place("p1", 48.8616111));
    asks.ask(List.of(done(new PinsChanged(USER))));

    assertThat(broker.history()).hasSize(2);
  }

  @Test
  void reprocessing_everything_asks_for_everything() {
    index(place("p1", 48.8606111));
    asks.ask(List.of(done(new PinsChanged(USER))));

    asks.ask(List.of(done(new HistoryReprocess(USER, null))));

    assertThat(broker.history()).hasSize(2);
  }

  @Test
  void what_the_broker_did_not_take_is_asked_for_again() {
    index(place("p1", 48.8606111));
    broker.sendException = new IllegalStateException("no broker");
    assertThatIllegalStateException()
        .isThrownBy(() -> asks.ask(List.of(done(new PinsChanged(USER)))));

    broker.sendException = null;
    asks.ask(List.of(done(new PinsChanged(USER))));

    assertThat(broker.history()).hasSize(1);
  }

  @Test
  void a_job_that_is_not_done_asks_for_nothing() {
    index(place("p1", 48.8606111));
    EndedJob failed =
        done(new PinsChanged(USER)).endedWith(Outcome.retry(ReasonCode.STORE_CONTENDED, "again"));

    asks.ask(List.of(failed));

    assertThat(broker.history()).isEmpty();
  }

  private static PlacesIndex.Entry place(String id, double latitude) {
    return new PlacesIndex.Entry(id, latitude, 2.337644, 50, 3);
  }

  private void index(PlacesIndex.Entry... places) {
    DocumentKey key = DocumentKey.places(USER);
    documents
        .write(
            key, documents.read(key, PlacesIndex.class), new PlacesIndex(List.of(places)), Map.of())
        .ifPresent(write -> documents.store().writeAll(List.of(write)));
  }

  private static EndedJob done(Job job) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(Topics.POINTS, 0, 0, new byte[0], new byte[0]);
    JobHeaders headers = new JobHeaders("j-1", "/app", NOW, null);
    return new EndedJob(
        record, Optional.of(new ParsedJob.Valid(job, headers, List.of())), Outcome.done());
  }

  private List<String> sentKeys() {
    return broker.history().stream()
        .map(sent -> new String(sent.key(), StandardCharsets.UTF_8))
        .toList();
  }
}

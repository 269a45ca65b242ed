package polo.common.edge.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerNameTest {

  private static final WorkerName WORKER = new WorkerName("geo-7f9c", 17, "1.4.0-SNAPSHOT");

  @Test
  void a_client_id_tells_who_it_is() {
    String clientId = WORKER.clientId("polo-geo");

    assertThat(clientId).startsWith("polo-geo@geo-7f9c/17@1.4.0-SNAPSHOT#");
    assertThat(WorkerName.ofClientId(clientId)).contains(WORKER);
    // As a listener container names its consumers.
    assertThat(WorkerName.ofClientId(clientId + "-0")).contains(WORKER);
  }

  @Test
  void no_two_consumers_of_a_process_have_the_same_client_id() {
    assertThat(WORKER.clientId("polo-geo")).isNotEqualTo(WORKER.clientId("polo-geo"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "consumer-polo-geo-1", "rdkafka", "a@b@c", "g@host/x@1#1"})
  void a_stranger_is_nobody(String clientId) {
    assertThat(WorkerName.ofClientId(clientId)).isEmpty();
  }
}

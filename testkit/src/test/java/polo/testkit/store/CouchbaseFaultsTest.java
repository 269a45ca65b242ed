package polo.testkit.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import polo.common.document.DocumentKey;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Patch;
import polo.common.edge.store.Revision;
import polo.common.edge.store.Write;
import polo.common.edge.store.WriteResult;
import polo.common.edge.store.WriteResult.Ambiguous;
import polo.common.edge.store.WriteResult.Unavailable;
import polo.common.edge.store.WriteResult.Written;
import polo.testkit.couchbase.Fault;
import polo.testkit.couchbase.FaultPlan;
import polo.testkit.couchbase.Status;

/// Every fault on every way to write, before and after the write is applied: what the store answers
/// is what happened.
class CouchbaseFaultsTest {

  private static final Duration PATIENCE = Duration.ofMillis(250);

  private static CouchbaseUnderTest under;
  private final DocumentKey key = DocumentKey.of("trip", UUID.randomUUID().toString());

  @BeforeAll
  static void start() {
    under = CouchbaseUnderTest.start(PATIENCE);
  }

  @AfterAll
  static void stop() {
    under.close();
  }

  @AfterEach
  void heal() {
    under.couchbase().faults(FaultPlan.none());
  }

  /// A way to write, and what the document says once it was done.
  enum Way {
    CREATE("", "new"),
    REPLACE("old", "new"),
    REMOVE("old", ""),
    SET("old", "new"),
    INSERT("{}", "new"),
    DROP_OF_NOTHING("old", "new"),
    MERGE("old", "new"),
    MANY("", "new");

    private final String before;
    private final String after;

    Way(String before, String after) {
      this.before = before;
      this.after = after;
    }

    WriteResult write(DocumentStore store, DocumentKey key, Revision revision) {
      return switch (this) {
        case CREATE -> store.create(key, json("new"));
        case REPLACE -> store.replace(key, revision, json("new"));
        case REMOVE -> store.remove(key, revision);
        case SET -> store.patch(key, List.of(new Patch.Set("says", quoted("new"))));
        case INSERT -> store.patch(key, List.of(new Patch.Insert("says", quoted("new"))));
        case DROP_OF_NOTHING ->
            store.patch(
                key, List.of(new Patch.Set("says", quoted("new")), new Patch.Drop("nothing")));
        case MERGE -> store.merge(key, _ -> Optional.of(json("new")));
        case MANY -> store.writeAll(List.of(new Write.Create(key, json("new")))).getFirst();
      };
    }
  }

  private static Stream<Fault> faults() {
    return Stream.of(
        new Fault.Drop(false),
        new Fault.Drop(true),
        new Fault.Cut(false),
        new Fault.Cut(true),
        new Fault.Ambiguous(false),
        new Fault.Ambiguous(true),
        new Fault.Slow(PATIENCE.plusMillis(150)),
        new Fault.Refuse(Status.TEMPORARY_FAILURE),
        new Fault.Refuse(Status.OUT_OF_MEMORY),
        new Fault.Refuse(Status.SYNC_WRITE_IN_PROGRESS),
        new Fault.Refuse(Status.DURABILITY_IMPOSSIBLE));
  }

  static Stream<Arguments> everyFaultOnEveryWay() {
    return Stream.of(Way.values()).flatMap(way -> faults().map(fault -> Arguments.of(way, fault)));
  }

  @ParameterizedTest(name = "{0} under {1}")
  @MethodSource("everyFaultOnEveryWay")
  void the_answer_tells_what_happened(Way way, Fault fault) {
    Revision revision = prepare(way);
    under.couchbase().faults(FaultPlan.times(1, call -> call.opcode().isMutation(), fault));

    WriteResult result = way.write(under.store(), key, revision);

    assertThat(result).isInstanceOfAny(Written.class, Unavailable.class);
    assertThat(says()).isEqualTo(result instanceof Written ? way.after : way.before);
  }

  @Test
  void a_node_that_says_later_for_ever_is_unavailable_and_nothing_was_written() {
    under.couchbase().faults(FaultPlan.always(new Fault.Refuse(Status.TEMPORARY_FAILURE)));

    WriteResult result = under.store().create(key, json("new"));

    under.couchbase().faults(FaultPlan.none());
    assertThat(result).isInstanceOf(Unavailable.class);
    assertThat(under.store().get(key)).isEmpty();
  }

  @Test
  void a_node_that_hears_all_and_answers_nothing_leaves_the_end_open() {
    under.couchbase().faults(FaultPlan.always(new Fault.Drop(true)));

    WriteResult result = under.store().create(key, json("new"));

    under.couchbase().faults(FaultPlan.none());
    assertThat(result).isInstanceOf(Ambiguous.class);
  }

  private Revision prepare(Way way) {
    if (way.before.isEmpty()) {
      return new Revision(1);
    }
    byte[] json = way.before.equals("{}") ? "{}".getBytes(UTF_8) : json(way.before);
    return under.store().create(key, json) instanceof Written(var revision)
        ? revision
        : new Revision(1);
  }

  /// What the document says: nothing when there is none.
  private String says() {
    return under
        .store()
        .get(key)
        .map(stored -> new String(stored.json(), UTF_8))
        .map(json -> json.replaceFirst("\\{\"says\":\"(.*)\"}", "$1"))
        .orElse("");
  }

  private static byte[] json(String says) {
    return "{\"says\":\"%s\"}".formatted(says).getBytes(UTF_8);
  }

  private static byte[] quoted(String text) {
    return ('"' + text + '"').getBytes(UTF_8);
  }
}

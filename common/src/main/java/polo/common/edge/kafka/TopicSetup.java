package polo.common.edge.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import polo.common.edge.settings.PoloSettings;

/// Makes the topics that are missing and learns the epoch of each. Idempotent; several workers may
/// do it at once.
public final class TopicSetup {

  /// A body of 1 MB, and room for what retries and dead letters add to it.
  private static final int MAX_MESSAGE_BYTES = 2 * 1024 * 1024;

  /// How long brokers may take to tell each other of a topic.
  private static final Duration HEARSAY = Duration.ofSeconds(30);

  private static final Duration BETWEEN_CALLS = Duration.ofMillis(100);

  private static final Map<String, String> KEPT_A_WEEK = retention(7);
  private static final Map<String, String> KEPT_A_MONTH = retention(30);

  private final PoloSettings.Kafka settings;

  public TopicSetup(PoloSettings.Kafka settings) {
    this.settings = settings;
  }

  /// Makes what is missing (when allowed to) and answers the epochs of all topics.
  ///
  /// @throws IllegalStateException when the broker does not answer, or a topic is missing and may
  ///   not be made
  public SourceEpochs ensure() {
    return asked(admin -> {
      List<NewTopic> missing = missing(admin);
      if (!missing.isEmpty() && !settings.createTopics()) {
        throw new IllegalStateException(
            "topics are missing: " + missing.stream().map(NewTopic::name).toList());
      }
      create(admin, missing);
      return epochs(admin);
    });
  }

  /// Makes what is missing, when the settings allow it, and compares all topics to what they should
  /// be. Changes no topic that is there.
  ///
  /// @throws IllegalStateException when the broker does not answer
  public List<TopicState> check() {
    return asked(admin -> {
      List<String> missing = missing(admin).stream().map(NewTopic::name).toList();
      if (settings.createTopics()) {
        create(admin, missing(admin));
      }
      List<TopicState> states = new ArrayList<>();
      for (NewTopic topic : topics()) {
        states.add(
            missing.contains(topic.name())
                ? new TopicState(topic.name(), kindOfNew(), List.of())
                : compared(admin, topic));
      }
      return states;
    });
  }

  private TopicState.Kind kindOfNew() {
    return settings.createTopics() ? TopicState.Kind.CREATED : TopicState.Kind.MISSING;
  }

  private static TopicState compared(Admin admin, NewTopic topic)
      throws ExecutionException, InterruptedException {
    List<String> differences = TopicCheck.of(admin, topic.name()).differencesTo(topic);
    return new TopicState(
        topic.name(),
        differences.isEmpty() ? TopicState.Kind.AS_WANTED : TopicState.Kind.DIFFERENT,
        differences);
  }

  /// Something to ask the broker.
  private interface Question<T> {
    T ask(Admin admin) throws ExecutionException, InterruptedException;
  }

  private <T> T asked(Question<T> question) {
    try (Admin admin = KafkaConnection.of(settings).admin()) {
      return question.ask(admin);
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot set up topics at " + settings.bootstrap(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while setting up topics", e);
    }
  }

  private List<NewTopic> missing(Admin admin) throws ExecutionException, InterruptedException {
    Set<String> present = admin.listTopics().names().get();
    return topics().stream().filter(topic -> !present.contains(topic.name())).toList();
  }

  private void create(Admin admin, List<NewTopic> missing)
      throws ExecutionException, InterruptedException {
    for (var creation : admin.createTopics(missing).values().values()) {
      try {
        creation.get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
    awaitLeaders(admin, missing);
  }

  /// A topic that was just made is known before its leaders lead. A producer that sends at once may
  /// then lose its sequence and fail for good; asking each leader for its offsets waits for it.
  private static void awaitLeaders(Admin admin, List<NewTopic> topics)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (NewTopic topic : topics) {
      for (int partition = 0; partition < topic.numPartitions(); partition++) {
        ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    patiently(() -> admin.listOffsets(ends).all().get());
  }

  /// With several brokers, one made the topic and another is asked about it: it may not have heard
  /// of it yet.
  private static <T> T patiently(Call<T> call) throws ExecutionException, InterruptedException {
    long deadline = System.nanoTime() + HEARSAY.toNanos();
    while (true) {
      try {
        return call.answer();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
            || System.nanoTime() > deadline) {
          throw e;
        }
        Thread.sleep(BETWEEN_CALLS);
      }
    }
  }

  private interface Call<T> {
    T answer() throws ExecutionException, InterruptedException;
  }

  private static SourceEpochs epochs(Admin admin) throws ExecutionException, InterruptedException {
    Map<String, String> epochs = new HashMap<>();
    for (TopicDescription topic :
        patiently(() -> admin.describeTopics(Topics.all()).allTopicNames().get()).values()) {
      epochs.put(topic.name(), topic.topicId().toString());
    }
    return new SourceEpochs(epochs);
  }

  private List<NewTopic> topics() {
    List<NewTopic> topics = new ArrayList<>();
    for (String name : List.of(Topics.POINTS, Topics.PHOTOS, Topics.BULK, Topics.PLACES)) {
      topics.add(topic(name, settings.partitions(), KEPT_A_WEEK));
    }
    topics.add(topic(Topics.EVENTS, settings.partitions(), KEPT_A_WEEK));
    topics.add(topic(Topics.PHOTOS_RETRY, Math.min(6, settings.partitions()), KEPT_A_WEEK));
    topics.add(topic(Topics.POINTS_PARKED, settings.partitions(), KEPT_A_MONTH));
    topics.add(topic(Topics.DEAD, Math.min(6, settings.partitions()), KEPT_A_MONTH));
    topics.add(topic(Topics.CONTROL, 1, Map.of("cleanup.policy", "compact")));
    return topics;
  }

  private NewTopic topic(String name, int partitions, Map<String, String> configuration) {
    Map<String, String> all = new HashMap<>(configuration);
    if (settings.replication() > 2) {
      // One replica may be away, and what is acknowledged is still on two.
      all.put("min.insync.replicas", String.valueOf(settings.replication() - 1));
    }
    return new NewTopic(name, partitions, settings.replication()).configs(all);
  }

  private static Map<String, String> retention(int days) {
    return Map.of(
        "retention.ms", String.valueOf(days * 24L * 60 * 60 * 1000),
        "max.message.bytes", String.valueOf(MAX_MESSAGE_BYTES));
  }
}

package polo.common.edge.standby;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import polo.common.edge.kafka.Groups;

/// How far the consumer groups of the fleet are, and how to send them back.
///
/// @param byGroup group, then `topic/partition`, to the next offset
public record GroupOffsets(SortedMap<String, SortedMap<String, Long>> byGroup) {

  public GroupOffsets {
    byGroup = new TreeMap<>(byGroup);
  }

  /// What all groups have committed. Throws `IllegalStateException` when the broker does not say.
  public static GroupOffsets committed(Admin admin) {
    return asked(() -> {
      SortedMap<String, SortedMap<String, Long>> byGroup = new TreeMap<>();
      for (String group : Groups.ALL) {
        SortedMap<String, Long> offsets = new TreeMap<>();
        offsetsOf(admin, group)
            .forEach((partition, offset) -> offsets.put(name(partition), offset));
        byGroup.put(group, offsets);
      }
      return new GroupOffsets(byGroup);
    });
  }

  /// Everything from its beginning.
  public static GroupOffsets beginnings() {
    return new GroupOffsets(new TreeMap<>());
  }

  /// The groups that somebody still works for.
  public static List<String> inUse(Admin admin) {
    return asked(() -> {
      Map<String, ConsumerGroupDescription> groups = new HashMap<>();
      for (var described : admin.describeConsumerGroups(Groups.ALL).describedGroups().entrySet()) {
        try {
          groups.put(described.getKey(), described.getValue().get());
        } catch (ExecutionException e) {
          // A group nobody ever worked for is not known.
          if (!(e.getCause() instanceof GroupIdNotFoundException)) {
            throw e;
          }
        }
      }
      return groups.values().stream()
          .filter(group -> !group.members().isEmpty())
          .map(ConsumerGroupDescription::groupId)
          .sorted()
          .toList();
    });
  }

  /// Where every group was before the first record that was sent at `moment` or later.
  public static GroupOffsets since(Instant moment, Admin admin) {
    return asked(() -> {
      SortedMap<String, SortedMap<String, Long>> byGroup = new TreeMap<>();
      for (String group : Groups.ALL) {
        SortedMap<String, Long> offsets = new TreeMap<>();
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        Map<TopicPartition, Long> now = offsetsOf(admin, group);
        OffsetSpec then = OffsetSpec.forTimestamp(moment.toEpochMilli());
        now.keySet().forEach(partition -> asked.put(partition, then));
        admin
            .listOffsets(asked)
            .all()
            .get()
            .forEach((partition, found) -> {
              boolean later = found.offset() >= 0; // or nothing was sent since
              offsets.put(
                  name(partition),
                  later ? found.offset() : Objects.requireNonNull(now.get(partition)));
            });
        byGroup.put(group, offsets);
      }
      return new GroupOffsets(byGroup);
    });
  }

  /// What sending the groups back means.
  ///
  /// @param again records that are done again
  /// @param gone records that would have to be, but the broker no longer has them
  public record Rewound(long again, long gone) {

    Rewound plus(Rewound other) {
      return new Rewound(again + other.again, gone + other.gone);
    }
  }

  /// Sends every group back to where it was then; never forward, and not before what the broker
  /// still has. A partition unknown then is done from its beginning. Nobody may work for the groups
  /// meanwhile.
  public Rewound rewind(Admin admin) {
    return rewind(admin, true);
  }

  /// What [#rewind] would do.
  public Rewound wouldRewind(Admin admin) {
    return rewind(admin, false);
  }

  private Rewound rewind(Admin admin, boolean really) {
    return asked(() -> {
      Rewound sum = new Rewound(0, 0);
      for (String group : Groups.ALL) {
        sum = sum.plus(rewind(admin, group, really));
      }
      return sum;
    });
  }

  private Rewound rewind(Admin admin, String group, boolean really)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> now = offsetsOf(admin, group);
    Map<TopicPartition, OffsetSpec> beginnings = new HashMap<>();
    now.keySet().forEach(partition -> beginnings.put(partition, OffsetSpec.earliest()));
    Map<TopicPartition, OffsetAndMetadata> back = new HashMap<>();
    Rewound sum = new Rewound(0, 0);
    for (var beginning : admin.listOffsets(beginnings).all().get().entrySet()) {
      TopicPartition partition = beginning.getKey();
      long current = Objects.requireNonNull(now.get(partition));
      long wanted = Math.min(current, then(group, partition));
      long possible = Math.min(current, Math.max(wanted, beginning.getValue().offset()));
      if (possible < current) {
        back.put(partition, new OffsetAndMetadata(possible));
      }
      sum = sum.plus(new Rewound(current - possible, possible - wanted));
    }
    if (really && !back.isEmpty()) {
      admin.alterConsumerGroupOffsets(group, back).all().get();
    }
    return sum;
  }

  private long then(String group, TopicPartition partition) {
    return byGroup.getOrDefault(group, new TreeMap<>()).getOrDefault(name(partition), 0L);
  }

  private static String name(TopicPartition partition) {
    return partition.topic() + "/" + partition.partition();
  }

  private static Map<TopicPartition, Long> offsetsOf(Admin admin, String group)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get()
        .forEach((partition, committed) -> {
          if (committed != null) {
            offsets.put(partition, committed.offset());
          }
        });
    return offsets;
  }

  /// Something to ask the broker.
  private interface Question<T> {
    T ask() throws ExecutionException, InterruptedException;
  }

  private static <T> T asked(Question<T> question) {
    try {
      return question.ask();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not tell or take offsets", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the broker", e);
    }
  }
}

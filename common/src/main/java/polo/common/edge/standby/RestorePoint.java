package polo.common.edge.standby;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import polo.common.document.DocumentKey;
import polo.common.edge.json.Json;
import polo.common.edge.store.DocumentStore;

/// How far the consumer groups were when a store was written to, kept in that store itself. What a
/// group had committed was stored before, so whoever finds a restore point in a copy of the store
/// (a standby, a backup) has everything before those offsets, as far as the copy kept the order of
/// writes, and lacks at most what came after.
///
/// The points of the last while lie in `meta::restore-point::{slot}`, one for each two seconds of
/// the last two minutes and one for each of the last sixty minutes: they are found by key.
///
/// @param at when the offsets were read
public record RestorePoint(Instant at, GroupOffsets offsets) {

  private static final int SLOTS = 60;

  private enum Ring {
    RECENT(Duration.ofSeconds(2)),
    MINUTES(Duration.ofMinutes(1));

    private final Duration step;

    Ring(Duration step) {
      this.step = step;
    }

    DocumentKey key(Instant at) {
      return key((int) (at.getEpochSecond() / step.toSeconds() % SLOTS));
    }

    DocumentKey key(int slot) {
      return DocumentKey.of(
          "meta", "restore-point", name().toLowerCase(Locale.ROOT), String.valueOf(slot));
    }
  }

  /// Keeps it. Throws [polo.common.edge.store.StoreUnavailableException] when the store does not
  /// take it.
  public void write(DocumentStore store) {
    for (Ring ring : Ring.values()) {
      Heartbeat.written(store.merge(ring.key(at), _ -> Optional.of(Json.bytes(this))));
    }
  }

  /// The points a store has, the newest first.
  public static List<RestorePoint> all(DocumentStore store) {
    List<DocumentKey> keys =
        IntStream.range(0, SLOTS)
            .boxed()
            .flatMap(slot -> List.of(Ring.RECENT.key(slot), Ring.MINUTES.key(slot)).stream())
            .toList();
    return store.getAll(keys).values().stream()
        .map(stored -> Json.read(stored.json(), RestorePoint.class))
        .distinct()
        .sorted(Comparator.comparing(RestorePoint::at).reversed())
        .toList();
  }

  /// The newest point of a store that is not after `moment`; absent when it has none so old.
  public static Optional<RestorePoint> before(Instant moment, DocumentStore store) {
    return all(store).stream().filter(point -> !point.at().isAfter(moment)).findFirst();
  }
}

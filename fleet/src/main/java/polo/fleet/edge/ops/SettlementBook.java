package polo.fleet.edge.ops;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import polo.common.document.DocumentKey;
import polo.common.edge.json.Json;
import polo.common.edge.kafka.SourceEpochs;
import polo.common.edge.kafka.WorkerName;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Revision;
import polo.common.edge.store.StoreUnavailableException;
import polo.common.edge.store.StoredDocument;
import polo.common.edge.store.Write;
import polo.common.edge.store.WriteResult;
import polo.fleet.edge.ops.Settlement.Deed;

/// Which dead letters are settled. Written by compare-and-set, so that of two people who settle the
/// same letter at the same time one does and the other hears of it.
final class SettlementBook {

  static final String KIND = "letter";

  private static final int PAGE = 1000;

  private final DocumentStore store;
  private final SourceEpochs epochs;
  private final Clock clock;
  private final String by = WorkerName.ofProcess().process();

  /// @param epochs of the topic of dead letters: made anew, it has letters of its own
  SettlementBook(DocumentStore store, SourceEpochs epochs, Clock clock) {
    this.store = store;
    this.epochs = epochs;
    this.clock = clock;
  }

  /// A letter that is ours to put back.
  ///
  /// @param since when somebody before us claimed it who never came back: it may be on its topic
  ///   since then. Null when nobody did
  record Claim(Letter letter, Revision revision, @Nullable Instant since) {}

  /// The letters of these records, each with what became of it.
  List<Letter> read(List<ConsumerRecord<byte[], byte[]>> records) {
    Map<DocumentKey, StoredDocument> known =
        store.getAll(records.stream().map(this::keyOf).toList());
    Instant now = clock.instant();
    return records.stream()
        .map(record ->
            Letter.of(
                record,
                Optional.ofNullable(known.get(keyOf(record)))
                    .map(found -> settlement(found).state(now))
                    .orElse(LetterState.OPEN)))
        .toList();
  }

  /// How many letters are settled, of those from these offsets on.
  ///
  /// @param starts the first offset there is, by source
  long settled(Map<String, Long> starts) {
    Instant now = clock.instant();
    List<DocumentKey> present =
        keys().stream()
            .filter(key -> offsetOf(key) >= starts.getOrDefault(sourceOf(key), Long.MAX_VALUE))
            .toList();
    long settled = 0;
    for (int from = 0; from < present.size(); from += PAGE) {
      List<DocumentKey> page = present.subList(from, Math.min(from + PAGE, present.size()));
      settled +=
          store.getAll(page).values().stream()
              .filter(found -> settlement(found).state(now).isSettled())
              .count();
    }
    return settled;
  }

  /// Claims what nobody else settled or settles.
  List<Claim> claim(List<Letter> letters) {
    byte[] claim = json(Deed.CLAIMED);
    List<WriteResult> results =
        store.writeAll(
            letters.stream()
                .<Write>map(letter -> new Write.Create(keyOf(letter.record()), claim))
                .toList());
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < letters.size(); i++) {
      Letter letter = letters.get(i);
      switch (results.get(i)) {
        case WriteResult.Written(var revision) -> claims.add(new Claim(letter, revision, null));
        case WriteResult.Exists _ -> takeOver(letter, claim).ifPresent(claims::add);
        case WriteResult.Unavailable(var why) -> throw new StoreUnavailableException(why, null);
        // If it is ours after all, it is left and taken over by the next who comes.
        case WriteResult.Ambiguous(var why) -> throw new StoreUnavailableException(why, null);
        case WriteResult.Stale _, WriteResult.Skipped _, WriteResult.TooLarge _ ->
            throw new IllegalStateException("creating a settlement: " + results.get(i));
      }
    }
    return claims;
  }

  /// Notes that the claimed letters are back on their topics. One that cannot be noted is found
  /// there by whoever takes it over.
  void replayed(List<Claim> claims) {
    byte[] replayed = json(Deed.REPLAYED);
    store.writeAll(
        claims.stream()
            .<Write>map(claim ->
                new Write.Replace(keyOf(claim.letter().record()), claim.revision(), replayed))
            .toList());
  }

  /// Drops what is open; answers how many that were.
  long drop(List<Letter> letters) {
    byte[] dropped = json(Deed.DROPPED);
    long count = 0;
    for (Letter letter : letters) {
      WriteResult result =
          store.merge(
              keyOf(letter.record()),
              before ->
                  before.map(json -> Json.read(json, Settlement.class)).stream()
                          .allMatch(settlement -> settlement.isLeft(clock.instant()))
                      ? Optional.of(dropped)
                      : Optional.empty());
      switch (result) {
        case WriteResult.Written _ -> count++;
        case WriteResult.Skipped _ -> {}
        case WriteResult.Unavailable(var why) -> throw new StoreUnavailableException(why, null);
        case WriteResult.Ambiguous(var why) -> throw new StoreUnavailableException(why, null);
        case WriteResult.Stale _, WriteResult.Exists _ ->
            throw new StoreUnavailableException("others settle letter " + letter.id(), null);
        case WriteResult.TooLarge _ -> throw new IllegalStateException("a settlement too large");
      }
    }
    return count;
  }

  /// Forgets letters that are no longer on the topic.
  ///
  /// @param starts the first offset there is, by source
  void forgetBefore(Map<String, Long> starts) {
    for (DocumentKey key : keys()) {
      if (offsetOf(key) < starts.getOrDefault(sourceOf(key), Long.MAX_VALUE)) {
        store.get(key).ifPresent(found -> store.remove(key, found.revision()));
      }
    }
  }

  private Optional<Claim> takeOver(Letter letter, byte[] claim) {
    DocumentKey key = keyOf(letter.record());
    Optional<StoredDocument> found = store.get(key);
    Optional<Settlement> before = found.map(SettlementBook::settlement);
    if (before.filter(left -> left.isLeft(clock.instant())).isEmpty()) {
      return Optional.empty();
    }
    return store.replace(key, found.orElseThrow().revision(), claim)
            instanceof WriteResult.Written(var revision)
        ? Optional.of(new Claim(letter, revision, before.orElseThrow().at()))
        : Optional.empty();
  }

  private List<DocumentKey> keys() {
    List<DocumentKey> all = new ArrayList<>();
    String prefix = DocumentKey.prefix(KIND);
    List<DocumentKey> page = store.keys(prefix, null, PAGE);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = store.keys(prefix, page.getLast(), PAGE);
    }
    return all;
  }

  private DocumentKey keyOf(ConsumerRecord<byte[], byte[]> record) {
    return DocumentKey.of(KIND, epochs.sourceOf(record), Long.toString(record.offset()));
  }

  private static String sourceOf(DocumentKey key) {
    return key.parts().getFirst();
  }

  private static long offsetOf(DocumentKey key) {
    return Long.parseLong(key.parts().get(1));
  }

  private byte[] json(Deed deed) {
    return Json.bytes(new Settlement(deed, clock.instant(), by));
  }

  private static Settlement settlement(StoredDocument stored) {
    return Json.read(stored.json(), Settlement.class);
  }
}

package polo.geo.edge.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import polo.common.document.DocumentKey;
import polo.common.document.RefinedAddress;
import polo.common.edge.json.Json;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.StoreUnavailableException;
import polo.common.edge.store.WriteResult;

/// What a provider said of cells, shared by all workers and all users. Whoever asks for a cell
/// claims it first, so that nobody else does meanwhile; a claim ends by itself when its worker
/// died.
final class AddressCache {

  private final DocumentStore store;
  private final String provider;
  private final Duration claim;
  private final Clock clock;

  /// @param provider part of the keys; with the language, where one is asked for
  /// @param claim longer than a call takes
  AddressCache(DocumentStore store, String provider, Duration claim, Clock clock) {
    this.store = store;
    this.provider = provider;
    this.claim = claim;
    this.clock = clock;
  }

  /// What is known of a cell.
  sealed interface Entry {

    /// The provider answered; absent when it knows nothing there.
    record Known(Optional<RefinedAddress> address) implements Entry {}

    /// Someone is asking.
    record Claimed(Duration pause) implements Entry {}

    record Missing() implements Entry {}
  }

  Entry look(String cell) {
    return entry(read(store.get(key(cell)).map(stored -> stored.json())));
  }

  /// True when it is this worker's to ask for the cell.
  boolean claim(String cell) {
    WriteResult result =
        change(
            cell,
            before ->
                entry(before) instanceof Entry.Missing
                    ? before.claimed(clock.instant().plus(claim))
                    : before);
    return result instanceof WriteResult.Written;
  }

  void know(String cell, Optional<RefinedAddress> address, Duration keep) {
    Instant until = clock.instant().plus(keep);
    mustBeWritten(change(cell, _ -> new Answer(address.orElse(null), until, null, 0)));
  }

  /// Gives a claim back after a call that failed. Answers how many failed because of the cell.
  ///
  /// @param becauseOfCell false when the provider was known to be in trouble
  int failed(String cell, boolean becauseOfCell) {
    AtomicReference<Integer> failures = new AtomicReference<>(0);
    mustBeWritten(
        change(
            cell,
            before -> {
              failures.set(before.failures() + (becauseOfCell ? 1 : 0));
              return new Answer(null, null, null, failures.get());
            }));
    return failures.get();
  }

  /// As it lies in the store.
  ///
  /// @param until when it is to be asked for again; absent before it was answered
  /// @param claimedUntil absent while nobody asks
  /// @param failures calls that failed because of the cell, since the last answer
  private record Answer(
      @Nullable RefinedAddress address,
      @Nullable Instant until,
      @Nullable Instant claimedUntil,
      int failures) {

    Answer claimed(Instant end) {
      return new Answer(address, until, end, failures);
    }
  }

  private Entry entry(Answer answer) {
    Instant now = clock.instant();
    if (answer.until() != null && now.isBefore(answer.until())) {
      return new Entry.Known(Optional.ofNullable(answer.address()));
    }
    if (answer.claimedUntil() != null && now.isBefore(answer.claimedUntil())) {
      return new Entry.Claimed(Duration.between(now, answer.claimedUntil()));
    }
    return new Entry.Missing();
  }

  private WriteResult change(String cell, UnaryOperator<Answer> change) {
    return store.merge(
        key(cell),
        json -> {
          Answer before = read(json);
          Answer after = change.apply(before);
          return after.equals(before) ? Optional.empty() : Optional.of(Json.bytes(after));
        });
  }

  private static Answer read(Optional<byte[]> json) {
    return json.map(bytes -> Json.read(bytes, Answer.class))
        .orElseGet(() -> new Answer(null, null, null, 0));
  }

  private static void mustBeWritten(WriteResult result) {
    switch (result) {
      case WriteResult.Written _, WriteResult.Skipped _ -> {}
      case WriteResult.Stale _, WriteResult.Exists _ ->
          throw new StoreUnavailableException("others write the same answer", null);
      case WriteResult.Unavailable(var why) -> throw new StoreUnavailableException(why, null);
      case WriteResult.Ambiguous(var why) -> throw new StoreUnavailableException(why, null);
      case WriteResult.TooLarge(var bytes) -> throw new IllegalStateException(bytes + " bytes");
    }
  }

  private DocumentKey key(String cell) {
    return DocumentKey.geocode(provider, cell);
  }
}

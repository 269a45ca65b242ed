package polo.geo.edge.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import polo.common.document.DocumentKey;
import polo.common.edge.json.Json;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.StoreUnavailableException;
import polo.common.edge.store.WriteResult;

/// The one [Turnstile] that all workers of a fleet pass on their way to a provider. It lies in the
/// store, so the clocks of workers must agree to a fraction of the pace.
final class ProviderGate {

  /// Until a crowd at the turnstile has thinned out.
  private static final Duration CROWD = Duration.ofSeconds(1);

  private final DocumentStore store;
  private final DocumentKey key;
  private final Pace pace;
  private final Clock clock;

  ProviderGate(DocumentStore store, String provider, Pace pace, Clock clock) {
    this.store = store;
    this.key = DocumentKey.provider(provider);
    this.pace = pace;
    this.clock = clock;
  }

  /// Passes, or answers how long to wait before trying again.
  Optional<Duration> pass() {
    AtomicReference<Optional<Duration>> wait = new AtomicReference<>(Optional.of(CROWD));
    WriteResult result =
        change(turnstile -> {
          Instant now = clock.instant();
          wait.set(turnstile.wait(now));
          boolean passes = wait.get().isEmpty();
          return passes && !isFree(turnstile) ? turnstile.pass(now, pace) : turnstile;
        });
    return switch (result) {
      case WriteResult.Written _, WriteResult.Skipped _ -> wait.get();
      case WriteResult.Stale _, WriteResult.Exists _, WriteResult.Ambiguous _ -> Optional.of(CROWD);
      case WriteResult.Unavailable(var why) -> throw new StoreUnavailableException(why, null);
      case WriteResult.TooLarge(var bytes) -> throw new IllegalStateException(bytes + " bytes");
    };
  }

  void succeeded() {
    change(turnstile -> turnstile.failures() == 0 ? turnstile : turnstile.succeed(pace));
  }

  /// Counts a failed call. Answers how the turnstile was before it.
  Turnstile.State failed(Duration patience) {
    AtomicReference<Turnstile.State> before = new AtomicReference<>(Turnstile.State.CLOSED);
    change(turnstile -> {
      before.set(turnstile.state(clock.instant(), pace));
      return turnstile.fail(clock.instant(), patience, pace);
    });
    return before.get();
  }

  Turnstile look() {
    return read(store.get(key).map(stored -> stored.json()));
  }

  Turnstile.State state() {
    return look().state(clock.instant(), pace);
  }

  /// Where no pace is set and all is well, nobody needs to be counted.
  private boolean isFree(Turnstile turnstile) {
    return pace.every().isZero() && turnstile.failures() == 0;
  }

  private WriteResult change(UnaryOperator<Turnstile> change) {
    return store.merge(
        key,
        json -> {
          Turnstile before = read(json);
          Turnstile after = change.apply(before);
          return after.equals(before) ? Optional.empty() : Optional.of(Json.bytes(after));
        });
  }

  private static Turnstile read(Optional<byte[]> json) {
    return json.map(bytes -> Json.read(bytes, Turnstile.class)).orElse(Turnstile.NEW);
  }
}

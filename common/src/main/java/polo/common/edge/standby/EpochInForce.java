package polo.common.edge.standby;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import polo.common.edge.store.StoreGate;

/// The epoch as this process last heard of it, and what follows from it. It holds for the length of
/// a lease: a process that was cut off or stood still must not go on as if nothing had happened.
/// Thread-safe.
public final class EpochInForce {

  private final Duration lease;
  private final LongSupplier nanoTime;
  private volatile Heard heard;

  /// @param nanos when it was heard, on the clock of the lease
  private record Heard(StoreEpoch epoch, long nanos) {}

  /// @param nanoTime goes on while a process stands still, as `System::nanoTime` does
  public EpochInForce(StoreEpoch epoch, Duration lease, LongSupplier nanoTime) {
    this.lease = lease;
    this.nanoTime = nanoTime;
    this.heard = new Heard(epoch, nanoTime.getAsLong());
  }

  /// This epoch is in force, for the length of the lease. One older than what is known only proves
  /// that whoever says so is late; it changes nothing.
  public synchronized void hear(StoreEpoch epoch) {
    if (epoch.number() >= heard.epoch().number()) {
      heard = new Heard(epoch, nanoTime.getAsLong());
    }
  }

  public StoreEpoch epoch() {
    return heard.epoch();
  }

  /// Why no store may be used now; absent when the active one may.
  Optional<String> closed() {
    return Optional.ofNullable(whyClosed());
  }

  /// What keeps the requests of one store: nothing is written to one that is not in use, and
  /// nothing is asked of the one that is or was in use while that is not certain. The other may
  /// always be read, to see how far it is.
  public StoreGate gateOf(Side side) {
    return new StoreGate() {
      @Override
      public @Nullable String closedToReads() {
        return isActive() ? whyClosed() : null;
      }

      @Override
      public @Nullable String closedToWrites() {
        return isActive() ? whyClosed() : "the %s is not in use".formatted(side);
      }

      private boolean isActive() {
        return epoch().active() == side;
      }
    };
  }

  private @Nullable String whyClosed() {
    Heard now = heard;
    if (now.epoch().fenced()) {
      return "the store is being switched (epoch %d)".formatted(now.epoch().number());
    }
    if (nanoTime.getAsLong() - now.nanos() > lease.toNanos()) {
      return "the broker does not say any more which store is in use";
    }
    return null;
  }
}

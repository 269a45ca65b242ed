package polo.fleet.edge.verbs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import polo.common.edge.standby.Heartbeat;
import polo.common.edge.standby.Side;
import polo.common.edge.standby.StoreEpoch;
import polo.common.edge.standby.StoreSwitch;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.StoreUnavailableException;

/// Two stores at one look.
///
/// @param active which is in use, or was before the fence
/// @param fenced whether a switch is under way
/// @param lagSeconds how far the other is behind: to the last heartbeat of the one in use, or to
///   now when that one does not answer; absent when the other has no heartbeat or does not answer
record StoreStatus(
    Side active,
    long epoch,
    boolean fenced,
    @Nullable Double lagSeconds,
    One primary,
    One standby) {

  /// One of them.
  ///
  /// @param why it does not answer; absent when it does
  /// @param schema version of its layout, 0 without a stamp; absent when it does not answer
  /// @param heartbeat the last one it has
  record One(
      String store,
      boolean reachable,
      @Nullable String why,
      @Nullable Integer schema,
      @Nullable Instant heartbeat) {

    static One of(DocumentStore store) {
      try {
        int schema = StoreSwitch.schema(store);
        Optional<Instant> heartbeat = Heartbeat.read(store).map(Heartbeat::at);
        return new One(store.describe(), true, null, schema, heartbeat.orElse(null));
      } catch (StoreUnavailableException e) {
        return new One(store.describe(), false, e.getMessage(), null, null);
      }
    }

    String line() {
      return reachable
          ? "%s: answers, schema %s, last heartbeat %s"
              .formatted(store, schema, heartbeat == null ? "none" : heartbeat)
          : "%s: does not answer: %s".formatted(store, why);
    }
  }

  static StoreStatus of(
      StoreEpoch epoch, DocumentStore primary, DocumentStore standby, Instant now) {
    One one = One.of(primary);
    One other = One.of(standby);
    One active = epoch.active() == Side.PRIMARY ? one : other;
    One idle = epoch.active() == Side.PRIMARY ? other : one;
    return new StoreStatus(
        epoch.active(), epoch.number(), epoch.fenced(), lag(active, idle, now), one, other);
  }

  private static @Nullable Double lag(One active, One idle, Instant now) {
    if (idle.heartbeat() == null) {
      return null;
    }
    Instant last = active.heartbeat() == null ? now : active.heartbeat();
    return Math.max(0, Duration.between(idle.heartbeat(), last).toMillis()) / 1000.0;
  }
}

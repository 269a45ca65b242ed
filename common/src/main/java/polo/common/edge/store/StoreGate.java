package polo.common.edge.store;

import org.jspecify.annotations.Nullable;

/// Whether a store may be asked now. A store looks before every single request it sends: the next
/// of many, or one that is sent again, may have become forbidden since the first.
public interface StoreGate {

  /// Why nothing may be read; absent when it may.
  @Nullable String closedToReads();

  /// Why nothing may be written; absent when it may.
  @Nullable String closedToWrites();

  /// Always open: the store is the only one.
  static StoreGate open() {
    return Open.GATE;
  }

  /// The gate of a store that is the only one.
  enum Open implements StoreGate {
    GATE;

    @Override
    public @Nullable String closedToReads() {
      return null;
    }

    @Override
    public @Nullable String closedToWrites() {
      return null;
    }
  }
}

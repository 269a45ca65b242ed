package polo.geo.edge.store;

import polo.common.edge.store.StoreUnavailableException;
import polo.common.edge.store.WriteResult;

/// What the answers to writes mean for a derivation.
final class Writes {

  private Writes() {}

  /// True when it is written; false when the document must be read and judged again.
  ///
  /// @throws StoreUnavailableException when the store is tired
  /// @throws IllegalStateException when the document is too large: ours are small by construction
  static boolean isWritten(WriteResult result) {
    return switch (result) {
      case WriteResult.Written _, WriteResult.Skipped _ -> true;
      case WriteResult.Stale _, WriteResult.Exists _, WriteResult.Ambiguous _ -> false;
      case WriteResult.Unavailable(String why) -> throw new StoreUnavailableException(why, null);
      case WriteResult.TooLarge(long bytes) ->
          throw new IllegalStateException("document of " + bytes + " bytes is too large");
    };
  }
}

package polo.common.edge.standby;

import java.time.Instant;
import java.util.Optional;
import polo.common.document.DocumentKey;
import polo.common.edge.json.Json;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.StoreUnavailableException;
import polo.common.edge.store.WriteResult;

/// A document that says when the store in use was last written to. Read in the other store, it says
/// how far that one is behind (`meta::heartbeat`).
///
/// @param at when it was written
/// @param epoch in force then
public record Heartbeat(Instant at, long epoch) {

  private static final DocumentKey KEY = DocumentKey.of("meta", "heartbeat");

  /// Writes it, unless there is a later one. Throws [StoreUnavailableException] when the store does
  /// not take it.
  public void write(DocumentStore store) {
    written(
        store.merge(
            KEY,
            before ->
                before
                        .map(json -> Json.read(json, Heartbeat.class))
                        .filter(last -> !last.at().isBefore(at))
                        .isPresent()
                    ? Optional.empty()
                    : Optional.of(Json.bytes(this))));
  }

  /// The last one a store has; absent before the first.
  public static Optional<Heartbeat> read(DocumentStore store) {
    return store.get(KEY).map(stored -> Json.read(stored.json(), Heartbeat.class));
  }

  static void written(WriteResult result) {
    switch (result) {
      case WriteResult.Written _, WriteResult.Skipped _ -> {}
      case WriteResult.Stale _, WriteResult.Exists _, WriteResult.TooLarge _ ->
          throw new StoreUnavailableException("others write it too", null);
      case WriteResult.Unavailable(var why) -> throw new StoreUnavailableException(why, null);
      case WriteResult.Ambiguous(var why) -> throw new StoreUnavailableException(why, null);
    }
  }
}

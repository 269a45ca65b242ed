package polo.common.edge.blob;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Bytes by name. A name is written once and never changes its content: names are content-addressed
/// or unique. Thread-safe; calls block and throw [BlobStoreUnavailableException] when the store is
/// tired, and `IllegalArgumentException` for a key that is none ([BlobKeys#isKey]).
public interface BlobStore {

  /// Stores the bytes under `key` unless they are there already. Atomic: readers see all or
  /// nothing. It is on the disk when this returns. Answers whether it was new; of several who put
  /// it at the same moment, more than one may be told so.
  boolean put(String key, byte[] bytes);

  Optional<byte[]> get(String key);

  boolean exists(String key);

  /// Removes the blob; removing what is not there is fine. Answers whether it was there.
  boolean remove(String key);

  /// Keys that begin with `prefix`, ascending, after `after`; at most `limit`.
  List<String> keys(String prefix, @Nullable String after, int limit);

  /// For people: which store, where.
  String describe();
}

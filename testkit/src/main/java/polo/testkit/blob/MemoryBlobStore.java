package polo.testkit.blob;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import polo.common.edge.blob.BlobKeys;
import polo.common.edge.blob.BlobStore;

/// Blobs in memory, for tests.
public final class MemoryBlobStore implements BlobStore {

  private final ConcurrentSkipListMap<String, byte[]> blobs = new ConcurrentSkipListMap<>();

  @Override
  public boolean put(String key, byte[] bytes) {
    return blobs.putIfAbsent(checked(key), bytes.clone()) == null;
  }

  @Override
  public Optional<byte[]> get(String key) {
    return Optional.ofNullable(blobs.get(checked(key))).map(byte[]::clone);
  }

  @Override
  public boolean exists(String key) {
    return blobs.containsKey(checked(key));
  }

  @Override
  public boolean remove(String key) {
    return blobs.remove(checked(key)) != null;
  }

  @Override
  public List<String> keys(String prefix, @Nullable String after, int limit) {
    return blobs.tailMap(after == null ? "" : after, false).keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .limit(limit)
        .toList();
  }

  @Override
  public String describe() {
    return "memory";
  }

  private static String checked(String key) {
    if (!BlobKeys.isKey(key)) {
      throw new IllegalArgumentException("not a blob key: " + key);
    }
    return key;
  }
}

package polo.images.edge.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import polo.common.edge.blob.BlobStore;

/// Blobs in memory, which counts what is new.
final class MemoryBlobStore implements BlobStore {

  private final ConcurrentSkipListMap<String, byte[]> blobs = new ConcurrentSkipListMap<>();

  Map<String, byte[]> all() {
    return blobs;
  }

  @Override
  public boolean put(String key, byte[] bytes) {
    return blobs.putIfAbsent(key, bytes) == null;
  }

  @Override
  public Optional<byte[]> get(String key) {
    return Optional.ofNullable(blobs.get(key));
  }

  @Override
  public boolean exists(String key) {
    return blobs.containsKey(key);
  }

  @Override
  public boolean remove(String key) {
    return blobs.remove(key) != null;
  }

  @Override
  public List<String> keys(String prefix, @Nullable String after, int limit) {
    return blobs.tailMap(after == null ? prefix : after, after == null).keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .limit(limit)
        .toList();
  }

  @Override
  public String describe() {
    return "memory";
  }
}

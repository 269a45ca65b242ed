package polo.fleet.edge.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import polo.common.edge.blob.BlobStore;
import polo.common.job.Job;

/// A fleet that only remembers what it was given.
final class RememberingUplink implements Uplink, JobSink, BlobStore {

  final List<Job> given = new ArrayList<>();
  final Map<String, byte[]> originals = new TreeMap<>();
  int flushes;

  @Override
  public JobSink jobs() {
    return this;
  }

  @Override
  public BlobStore blobs() {
    return this;
  }

  @Override
  public void enqueue(Job job) {
    given.add(job);
  }

  @Override
  public void flush() {
    flushes++;
  }

  @Override
  public boolean put(String key, byte[] bytes) {
    return originals.putIfAbsent(key, bytes) == null;
  }

  @Override
  public Optional<byte[]> get(String key) {
    return Optional.ofNullable(originals.get(key));
  }

  @Override
  public boolean exists(String key) {
    return originals.containsKey(key);
  }

  @Override
  public boolean remove(String key) {
    return originals.remove(key) != null;
  }

  @Override
  public List<String> keys(String prefix, @Nullable String after, int limit) {
    return originals.keySet().stream()
        .filter(key -> key.startsWith(prefix) && (after == null || key.compareTo(after) > 0))
        .limit(limit)
        .toList();
  }

  @Override
  public String describe() {
    return "memory";
  }

  /// Whatever was queued is done at once.
  @Override
  public void awaitIdle(LongConsumer watcher) {
    watcher.accept(0);
  }

  @Override
  public void close() {}
}

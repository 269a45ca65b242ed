package polo.fleet.edge.upload;

import java.util.function.LongConsumer;
import polo.common.edge.blob.BlobStore;

/// A connection to a fleet as an uploader sees it: a queue for jobs and a place for originals.
public interface Uplink extends AutoCloseable {

  JobSink jobs();

  BlobStore blobs();

  /// Waits until the fleet has worked off all that is queued, whoever queued it.
  ///
  /// @param watcher is told again and again how many jobs are left
  void awaitIdle(LongConsumer watcher);

  @Override
  void close();
}

package polo.fleet.edge.upload;

import polo.common.edge.blob.BlobStore;

/// A connection to a fleet as an uploader sees it: a queue for jobs and a place for originals.
public interface Uplink extends AutoCloseable {

  JobSink jobs();

  BlobStore blobs();

  @Override
  void close();
}

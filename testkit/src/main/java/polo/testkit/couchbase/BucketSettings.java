package polo.testkit.couchbase;

/// The bucket of a double, as its management port tells of it.
///
/// @param conflictResolution `lww` or `seqno`
/// @param partitions how many vBuckets: 1024, or 128 with Magma on 8.0; a test is faster with few
/// @param rangeScan whether keys can be scanned, as from 7.6 on
public record BucketSettings(
    String name, int replicas, String conflictResolution, int partitions, boolean rangeScan) {

  public static BucketSettings named(String name) {
    return new BucketSettings(name, 2, "lww", 64, true);
  }

  public BucketSettings withReplicas(int replicas) {
    return new BucketSettings(name, replicas, conflictResolution, partitions, rangeScan);
  }

  public BucketSettings withConflictResolution(String conflictResolution) {
    return new BucketSettings(name, replicas, conflictResolution, partitions, rangeScan);
  }

  public BucketSettings withPartitions(int partitions) {
    return new BucketSettings(name, replicas, conflictResolution, partitions, rangeScan);
  }

  public BucketSettings withoutRangeScan() {
    return new BucketSettings(name, replicas, conflictResolution, partitions, false);
  }
}

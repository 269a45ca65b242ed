package polo.testkit.couchbase;

import java.util.function.Supplier;

/// What the connections of a node share.
///
/// @param faults the plan at this moment
/// @param map as it is while the node runs
record Node(
    BucketSettings bucket,
    String user,
    String password,
    Manifest manifest,
    Vault vault,
    RangeScans scans,
    Supplier<FaultPlan> faults,
    Supplier<ClusterMap> map) {}

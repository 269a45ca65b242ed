package polo.common.edge.store.couchbase;

import java.util.List;

/// What a bucket is, and what was done to it or would have to be.
///
/// @param server version and edition, as the cluster itself says
public record BucketReport(String url, String server, Facts facts, List<Step> steps) {

  public BucketReport {
    steps = List.copyOf(steps);
  }

  /// What was fixed when the bucket was made, or is for its owner to change.
  ///
  /// @param conflictResolution `timestamp` (the later change wins), `sequence_number` or `custom`
  /// @param storage `couchstore` or `magma`
  /// @param partitions vBuckets; 0 when an older server does not say
  public record Facts(int replicas, String conflictResolution, String storage, int partitions) {}

  /// One thing that was looked at.
  public record Step(String what, State state, String why) {}

  /// How it was found, or left.
  public enum State {
    AS_WANTED,
    CREATED,
    MISSING,
    /// It works, but not as well as it should.
    ADVICE,
    WRONG
  }

  public boolean isFine() {
    return steps.stream()
        .noneMatch(step -> step.state() == State.MISSING || step.state() == State.WRONG);
  }
}

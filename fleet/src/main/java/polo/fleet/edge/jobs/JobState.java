package polo.fleet.edge.jobs;

/// Where a job is.
public enum JobState {
  /// Waiting for a worker, or being worked on.
  QUEUED,
  /// Failed, and will be tried again.
  RETRYING,
  /// Its results are stored.
  DONE,
  /// Given up; it lies in the dead letters.
  REJECTED;

  public boolean isOver() {
    return switch (this) {
      case QUEUED, RETRYING -> false;
      case DONE, REJECTED -> true;
    };
  }
}

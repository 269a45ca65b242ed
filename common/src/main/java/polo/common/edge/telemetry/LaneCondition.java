package polo.common.edge.telemetry;

/// What a lane's consumer is doing, for health checks.
public enum LaneCondition {
  /// Polls, or was stopped on purpose.
  FINE,
  /// Should poll and does not: its thread ended, does not come back from a poll, or every slot is
  /// held by a job that does not heed its interrupt. Only a new process helps.
  STUCK
}

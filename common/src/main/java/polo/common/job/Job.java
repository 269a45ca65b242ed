package polo.common.job;

/// Something a worker is asked to do. Every job concerns one user.
public sealed interface Job
    permits PointsUploaded, PhotoUploaded, HistoryReprocess, PinsChanged, PlaceSeen, UserErase {

  /// Whose data the job touches: 1 to 128 characters.
  String userId();

  JobType type();
}

package polo.common.edge.kafka;

import java.util.List;
import java.util.Map;
import java.util.Set;
import polo.common.earth.Geohash;
import polo.common.job.HistoryReprocess;
import polo.common.job.Job;
import polo.common.job.JobType;
import polo.common.job.PhotoUploaded;
import polo.common.job.PinsChanged;
import polo.common.job.PlaceSeen;
import polo.common.job.PointsUploaded;
import polo.common.job.UserErase;

/// The topics of the contract, the jobs each carries and the keys they travel under. A breaking
/// change of a body is a new topic.
public final class Topics {

  public static final String POINTS = "polo.points.v1";
  public static final String PHOTOS = "polo.photos.v1";
  public static final String BULK = "polo.bulk.v1";
  public static final String PLACES = "polo.places.v1";
  public static final String EVENTS = "polo.events.v1";
  public static final String PHOTOS_RETRY = "polo.photos.retry.v1";
  public static final String POINTS_PARKED = "polo.points.parked.v1";
  public static final String DEAD = "polo.dead.v1";
  public static final String CONTROL = "polo.control.v1";

  /// Retried and parked jobs are the jobs of the lane they come from. The bulk lane takes both
  /// kinds of upload, so that an import of years does not stand before today's.
  private static final Map<String, Set<JobType>> JOBS =
      Map.of(
          POINTS, Set.of(JobType.POINTS_UPLOADED, JobType.PINS_CHANGED, JobType.USER_ERASE),
          POINTS_PARKED, Set.of(JobType.POINTS_UPLOADED, JobType.PINS_CHANGED, JobType.USER_ERASE),
          PHOTOS, Set.of(JobType.PHOTO_UPLOADED),
          PHOTOS_RETRY, Set.of(JobType.PHOTO_UPLOADED),
          BULK, Set.of(JobType.HISTORY_REPROCESS, JobType.POINTS_UPLOADED, JobType.PHOTO_UPLOADED),
          PLACES, Set.of(JobType.PLACE_SEEN));

  private Topics() {}

  /// All topics of the contract.
  public static List<String> all() {
    return List.of(
        POINTS, PHOTOS, BULK, PLACES, EVENTS, PHOTOS_RETRY, POINTS_PARKED, DEAD, CONTROL);
  }

  /// The jobs that may travel on `topic`; none for a topic that carries no jobs.
  public static Set<JobType> jobsOn(String topic) {
    return JOBS.getOrDefault(topic, Set.of());
  }

  /// The topic jobs of a kind are sent to when nobody asks for the bulk lane.
  public static String of(JobType type) {
    return switch (type) {
      case POINTS_UPLOADED, PINS_CHANGED, USER_ERASE -> POINTS;
      case PHOTO_UPLOADED -> PHOTOS;
      case HISTORY_REPROCESS -> BULK;
      case PLACE_SEEN -> PLACES;
    };
  }

  /// The topic a job is sent to when nobody asks for the bulk lane.
  public static String of(Job job) {
    return of(job.type());
  }

  /// The key of a job on its own topic, see [#of].
  public static String keyOf(Job job) {
    return keyOf(job, of(job));
  }

  /// The key of a job on `topic`: on the bulk lane everything goes by user. Places go by their
  /// cell, so that neighbours ask a provider once.
  public static String keyOf(Job job, String topic) {
    if (topic.equals(BULK)) {
      return job.userId();
    }
    return switch (job) {
      case PointsUploaded _, PinsChanged _, UserErase _, HistoryReprocess _ -> job.userId();
      case PhotoUploaded photo -> photo.photoId();
      case PlaceSeen place -> Geohash.ofPlace(place.position());
    };
  }
}

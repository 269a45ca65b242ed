package polo.geo.edge.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import polo.common.earth.Fix;
import polo.common.edge.blob.BlobStore;
import polo.common.edge.kafka.EndedJob;
import polo.common.edge.kafka.JobGuard;
import polo.common.edge.kafka.JobReader;
import polo.common.edge.kafka.SourceEpochs;
import polo.common.job.HistoryReprocess;
import polo.common.job.Outcome;
import polo.common.job.ParsedPoints;
import polo.common.job.PhotoUploaded;
import polo.common.job.PinsChanged;
import polo.common.job.PlaceSeen;
import polo.common.job.PointsUploaded;
import polo.common.job.ReasonCode;
import polo.common.job.UserErase;
import polo.geo.edge.store.UserEraser;
import polo.geo.edge.store.UserTimeline;
import polo.geo.edge.store.UserUpdate;

/// The jobs of one user in a poll, in order. Uploads and reprocessing that follow each other are
/// folded into one change of the timeline, so a backlog is cheaper by the point than live traffic;
/// an erasure ends what came before it.
public final class UserJobs {

  private final UserTimeline timeline;
  private final UserEraser eraser;
  private final BlobStore blobs;
  private final SourceEpochs epochs;
  private final JobReader reader = JobReader.standard();

  public UserJobs(UserTimeline timeline, UserEraser eraser, BlobStore blobs, SourceEpochs epochs) {
    this.timeline = timeline;
    this.eraser = eraser;
    this.blobs = blobs;
    this.epochs = epochs;
  }

  List<EndedJob> work(List<ReceivedJob> jobs) {
    List<EndedJob> ended = new ArrayList<>();
    List<ReceivedJob> open = new ArrayList<>();
    for (ReceivedJob job : jobs) {
      switch (job.job()) {
        case PointsUploaded _, HistoryReprocess _, PinsChanged _ -> open.add(job);
        case UserErase erase -> {
          ended.addAll(foldOrSingly(open));
          open.clear();
          ended.add(job.ended(JobGuard.outcomeOf(() -> eraser.erase(erase.userId()))));
        }
        case PhotoUploaded _, PlaceSeen _ -> ended.add(job.ended(notHere(job)));
      }
    }
    ended.addAll(foldOrSingly(open));
    return ended;
  }

  /// One change for all. When that fails for no reason outside, each job for itself: the one that
  /// cannot be done must not keep the others from being done.
  private List<EndedJob> foldOrSingly(List<ReceivedJob> jobs) {
    if (jobs.isEmpty()) {
      return List.of();
    }
    List<EndedJob> together = fold(jobs);
    boolean failed = together.stream().anyMatch(UserJobs::failedOnItsOwn);
    if (!failed || jobs.size() == 1) {
      return together;
    }
    return jobs.stream().flatMap(job -> fold(List.of(job)).stream()).toList();
  }

  private static boolean failedOnItsOwn(EndedJob job) {
    return job.outcome() instanceof Outcome.Retry(var reason) && !reason.code().isTheWorldTired();
  }

  private List<EndedJob> fold(List<ReceivedJob> jobs) {
    List<EndedJob> ended = new ArrayList<>();
    List<ReceivedJob> applied = new ArrayList<>();
    UserUpdate.Builder update = new UserUpdate.Builder();
    for (ReceivedJob job : jobs) {
      Optional<Outcome> refused = addTo(update, job);
      refused.ifPresentOrElse(outcome -> ended.add(job.ended(outcome)), () -> applied.add(job));
    }
    if (!applied.isEmpty()) {
      String userId = applied.getFirst().job().userId();
      Outcome outcome =
          JobGuard.outcomeOf(() -> timeline.apply(userId, update.build(guard(applied))));
      ended.addAll(share(outcome, applied));
    }
    return ended;
  }

  private Optional<Outcome> addTo(UserUpdate.Builder update, ReceivedJob job) {
    switch (job.job()) {
      case PointsUploaded upload -> {
        if (upload.blobKey() == null) {
          update.fixes(upload.deviceId(), upload.fixes());
          return Optional.empty();
        }
        return addBlob(update, upload.deviceId(), upload.blobKey());
      }
      case HistoryReprocess reprocess -> update.reprocess(reprocess.span());
      // The pins are read with the timeline.
      case PinsChanged _ -> {}
      case PhotoUploaded _, PlaceSeen _, UserErase _ ->
          throw new IllegalStateException("never folded: " + job.job().type());
    }
    return Optional.empty();
  }

  private Optional<Outcome> addBlob(UserUpdate.Builder update, String deviceId, String blobKey) {
    Optional<byte[]> body = blobs.get(blobKey);
    if (body.isEmpty()) {
      return Optional.of(Outcome.reject(ReasonCode.BLOB_MISSING, "no blob " + blobKey));
    }
    return switch (reader.readPoints(body.get())) {
      case ParsedPoints.Valid(List<Fix> fixes, var _) -> {
        update.fixes(deviceId, fixes);
        yield Optional.empty();
      }
      case ParsedPoints.Invalid(var reason) -> Optional.of(new Outcome.Reject(reason));
    };
  }

  /// All share the outcome; the events are told once.
  private static List<EndedJob> share(Outcome outcome, List<ReceivedJob> jobs) {
    List<EndedJob> ended = new ArrayList<>();
    ended.add(jobs.getFirst().ended(outcome));
    Outcome rest = outcome instanceof Outcome.Done ? Outcome.done() : outcome;
    jobs.stream().skip(1).map(job -> job.ended(rest)).forEach(ended::add);
    return ended;
  }

  private Map<String, Long> guard(List<ReceivedJob> jobs) {
    Map<String, Long> guard = new HashMap<>();
    for (ReceivedJob job : jobs) {
      epochs
          .guardOf(job.record())
          .forEach((source, offset) -> guard.merge(source, offset, Math::max));
    }
    return guard;
  }

  private static Outcome notHere(ReceivedJob job) {
    return Outcome.reject(
        ReasonCode.TYPE_NOT_ON_THIS_TOPIC,
        "%s does not belong on %s".formatted(job.job().type().wireName(), job.record().topic()));
  }
}

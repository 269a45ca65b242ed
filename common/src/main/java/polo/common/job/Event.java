package polo.common.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import polo.common.time.TimeSpan;

/// What happened, told on the events topic under the user's key.
public sealed interface Event {

  String userId();

  /// The name carried in the `ce_type` header.
  String type();

  /// Items of a timeline appeared, changed or went. `span` holds all of them, old and new.
  record TimelineChanged(
      String userId, TimeSpan span, List<String> added, List<String> changed, List<String> removed)
      implements Event {
    public TimelineChanged {
      added = List.copyOf(added);
      changed = List.copyOf(changed);
      removed = List.copyOf(removed);
    }

    @Override
    public String type() {
      return "timeline.changed";
    }
  }

  /// A provider said more of a place: see the member `refined` of its document.
  record PlaceRefined(String userId, String placeId) implements Event {
    @Override
    public String type() {
      return "place.refined";
    }
  }

  /// A photo's document and renditions are ready. `takenAt` is absent when nobody knows.
  record PhotoProcessed(String userId, String photoId, String outcome, @Nullable Instant takenAt)
      implements Event {
    @Override
    public String type() {
      return "photo.processed";
    }
  }

  /// A job was given up; its original is in the dead letters.
  record JobRejected(String userId, String jobId, String jobType, Reason reason) implements Event {
    @Override
    public String type() {
      return "job.rejected";
    }
  }

  /// Everything of the user is gone.
  record UserErased(String userId, int documents, int blobs) implements Event {
    @Override
    public String type() {
      return "user.erased";
    }
  }
}

package polo.common.job;

import java.util.List;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Fix;

/// A device uploaded fixes, in any order. Either the fixes travel in the job, or `blobKey` names
/// the blob that holds them (the same JSON body, for uploads too large for a message).
///
/// @param fixes empty when `blobKey` is given
/// @param blobKey absent when the fixes travel in the job
public record PointsUploaded(
    String userId, String deviceId, List<Fix> fixes, @Nullable String blobKey) implements Job {

  public PointsUploaded {
    fixes = List.copyOf(fixes);
  }

  public PointsUploaded(String userId, String deviceId, List<Fix> fixes) {
    this(userId, deviceId, fixes, null);
  }

  @Override
  public JobType type() {
    return JobType.POINTS_UPLOADED;
  }
}

package polo.common.job;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of job, by the name they carry in the `ce_type` header.
public enum JobType {
  POINTS_UPLOADED("points.uploaded"),
  PHOTO_UPLOADED("photo.uploaded"),
  HISTORY_REPROCESS("history.reprocess"),
  PINS_CHANGED("pins.changed"),
  PLACE_SEEN("place.seen"),
  USER_ERASE("user.erase");

  private final String wireName;

  JobType(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  public static Optional<JobType> ofWireName(String wireName) {
    return Arrays.stream(values()).filter(type -> type.wireName.equals(wireName)).findFirst();
  }
}

package polo.images.edge.intake;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import polo.common.document.Photo.Impression;
import polo.common.document.Photo.RenditionEntry;
import polo.common.job.Reason;

/// How making a photo's renditions ended, as its document tells it.
///
/// @param outcome `done`, `partial` or `reject`
/// @param reason absent when `done`
/// @param engine absent when nothing was rendered
/// @param impression likewise
record Development(
    String outcome,
    Optional<Reason> reason,
    @Nullable String engine,
    @Nullable Impression impression,
    List<RenditionEntry> renditions) {

  private static final String DONE = "done";
  private static final String PARTIAL = "partial";
  private static final String REJECT = "reject";

  Development {
    renditions = List.copyOf(renditions);
  }

  static Development done(
      String engine, @Nullable Impression impression, List<RenditionEntry> renditions) {
    return new Development(DONE, Optional.empty(), engine, impression, renditions);
  }

  /// The same, but part of the picture is missing.
  Development because(Reason damage) {
    return new Development(PARTIAL, Optional.of(damage), engine, impression, renditions);
  }

  static Development rejected(Reason reason) {
    return new Development(REJECT, Optional.of(reason), null, null, List.of());
  }

  boolean isRejected() {
    return outcome.equals(REJECT);
  }
}

package polo.images.rendition;

import org.jspecify.annotations.Nullable;
import polo.common.document.Photo.Camera;
import polo.common.document.Photo.Exposure;
import polo.common.document.Photo.PhotoPosition;
import polo.common.job.PhotoPrivacy;
import polo.images.exif.CameraClock;
import polo.images.exif.Credit;
import polo.images.exif.PhotoFacts;

/// What a rendition tells about its original: a short list of what may be told, so that a fact
/// nobody thought of stays at home. Serial numbers, makers' notes, embedded thumbnails (which show
/// what was cropped away) and captions are on no list.
///
/// @param position where it was taken; only in renditions that nobody but the user sees
public record Inscription(
    CameraClock clock,
    @Nullable Camera camera,
    @Nullable Exposure exposure,
    @Nullable PhotoPosition position,
    Credit credit) {

  public static final Inscription NONE =
      new Inscription(CameraClock.UNSET, null, null, null, Credit.NONE);

  /// What the privacy of a photo lets its renditions tell.
  public static Inscription of(PhotoFacts facts, PhotoPrivacy privacy) {
    return switch (privacy) {
      case STRIP -> NONE;
      case KEEP_COPYRIGHT -> new Inscription(CameraClock.UNSET, null, null, null, facts.credit());
      case KEEP_FACTS -> told(facts, null);
      case KEEP_POSITION -> told(facts, facts.position());
    };
  }

  /// The satellites' time is left out: it belongs to the position's record.
  private static Inscription told(PhotoFacts facts, @Nullable PhotoPosition position) {
    CameraClock clock = new CameraClock(facts.clock().local(), facts.clock().offset(), null);
    return new Inscription(clock, facts.camera(), facts.exposure(), position, facts.credit());
  }

  /// True when there is more to tell than whose work it is.
  boolean hasFacts() {
    return !clock.equals(CameraClock.UNSET)
        || camera != null
        || exposure != null
        || position != null;
  }
}

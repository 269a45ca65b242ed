package polo.images.edge.render;

import java.awt.image.BufferedImage;
import java.util.Optional;
import polo.common.job.Reason;

/// What decoding can end in.
sealed interface Decoded {

  /// Pixels were had.
  ///
  /// @param image opaque, three bytes a pixel; sRGB unless it carries a profile of its own
  /// @param damage why part of it may be missing; absent when it is whole
  record Picture(BufferedImage image, Optional<Reason> damage) implements Decoded {}

  record Nothing(Reason reason) implements Decoded {}
}

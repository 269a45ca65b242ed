package polo.images.rendition;

import java.util.List;
import java.util.Set;
import polo.images.photo.ImageFormat;

/// Makes renditions. The same original and targets give the same bytes, always: names of blobs
/// stand for their content.
///
/// What every implementation owes: the picture upright whatever its orientation, in sRGB whatever
/// its profile, on white where it is transparent, at exactly the target's size, without any of the
/// original's metadata.
public interface Renderer {

  /// As documents carry it.
  String engine();

  /// What it renders: what Java decodes, unless it knows more.
  default Set<ImageFormat> formats() {
    return ImageFormat.decodedByJava();
  }

  /// Makes all targets, which go from large to small.
  Rendered render(Original original, List<Target> targets);
}

package polo.images.rendition;

import java.util.List;

/// Makes renditions. The same original and targets give the same bytes, always: names of blobs
/// stand for their content.
///
/// What every implementation owes: the picture upright whatever its orientation, in sRGB whatever
/// its profile, on white where it is transparent, at exactly the target's size, without any of the
/// original's metadata.
public interface Renderer {

  /// As documents carry it.
  String engine();

  /// Makes all targets, which go from large to small.
  Rendered render(Original original, List<Target> targets);
}

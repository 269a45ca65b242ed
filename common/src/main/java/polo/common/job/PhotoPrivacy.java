package polo.common.job;

/// What a rendition may carry of the original's metadata. Facts in the photo document are not
/// affected.
public enum PhotoPrivacy {
  /// Nothing at all. The default.
  STRIP,
  /// Copyright and artist only.
  KEEP_COPYRIGHT,
  /// Also when it was taken, with which camera and exposure.
  KEEP_FACTS,
  /// Also where it was taken: for renditions that nobody but the user sees.
  KEEP_POSITION
}

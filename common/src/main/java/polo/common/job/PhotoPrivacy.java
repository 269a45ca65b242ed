package polo.common.job;

/// What a rendition may carry of the original's metadata. Facts in the photo document are not
/// affected.
public enum PhotoPrivacy {
  /// Nothing at all. The default.
  STRIP,
  /// Copyright and artist only.
  KEEP_COPYRIGHT
}

package polo.images.rendition;

import polo.images.photo.PixelSize;

/// An image derived from an original: upright, sRGB, opaque.
///
/// @param name of its [Target]
/// @param format as documents carry it
@SuppressWarnings("ArrayRecordComponent") // bytes on their way; never compared, never a key
public record Rendition(String name, PixelSize size, String format, byte[] bytes) {

  private static final String JPEG = "jpeg";

  /// All renditions are JPEG today, so their names are known before they are made.
  public static final String JPEG_EXTENSION = "jpg";

  public static Rendition jpeg(Target target, byte[] bytes) {
    return new Rendition(target.name(), target.size(), JPEG, bytes);
  }

  public String extension() {
    return JPEG_EXTENSION;
  }
}

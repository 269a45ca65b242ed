package polo.images.rendition;

import polo.images.photo.ImageHeader;
import polo.images.photo.Orientation;
import polo.images.photo.PixelSize;

/// An uploaded photo that was looked at and may be decoded.
@SuppressWarnings("ArrayRecordComponent") // bytes on their way; never compared, never a key
public record Original(byte[] bytes, ImageHeader header, Orientation orientation) {

  public PixelSize uprightSize() {
    return orientation.upright(header.size());
  }
}

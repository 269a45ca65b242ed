package polo.images.photo;

import org.jspecify.annotations.Nullable;

/// What the header of an original says, before any pixel is decoded.
///
/// @param size as stored, before orientation
/// @param components colour channels and alpha: 1 gray or indexed, 2 gray with alpha, 3, 4
/// @param bits per component
/// @param progressive coded in several passes over the whole picture
/// @param scans passes counted in the coded data; 1 where the format has none
/// @param frames pictures in the file: 1, or more when it is animated or has pages
/// @param complete false when the end of the picture is missing
/// @param turn how the container itself says the picture is to be shown, which overrules EXIF;
///   absent where only EXIF tells
public record ImageHeader(
    ImageFormat format,
    PixelSize size,
    int components,
    int bits,
    boolean progressive,
    int scans,
    int frames,
    boolean complete,
    @Nullable Orientation turn) {

  /// A picture coded in one pass.
  static ImageHeader plain(
      ImageFormat format, PixelSize size, int components, int bits, int frames, boolean complete) {
    return new ImageHeader(format, size, components, bits, false, 1, frames, complete, null);
  }

  /// The same with a turn of the container's own.
  ImageHeader turned(Orientation own) {
    return new ImageHeader(
        format, size, components, bits, progressive, scans, frames, complete, own);
  }

  /// Bytes of the decoded pixels in memory: each component takes whole bytes. Alpha and indexed
  /// colours are painted onto a second, opaque picture, hence never below three bytes.
  public long decodedBytes() {
    long bytesPerPixel = (long) components * Math.max(1, (bits + 7) / 8);
    return size.pixels() * (bytesPerPixel == 3 ? 3 : bytesPerPixel + 3);
  }
}

package polo.images.photo;

import java.util.Optional;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;

/// What a photo may cost. Small files can ask for absurd amounts of memory or time; a header that
/// does is refused before it gets any.
///
/// @param maxBytes of the file
/// @param maxPixels of one picture
/// @param maxSide pixels of the longer side
/// @param maxScans passes of a progressive JPEG
/// @param maxScanPixels passes times pixels: what decoding a progressive JPEG really costs
/// @param maxFrames of an animation; only the first is rendered, but all are walked
public record PhotoBudget(
    long maxBytes, long maxPixels, int maxSide, int maxScans, long maxScanPixels, int maxFrames) {

  public PhotoBudget {
    if (maxBytes < 1 || maxPixels < 1 || maxSide < 1 || maxScans < 1 || maxFrames < 1) {
      throw new IllegalArgumentException("a budget must allow something");
    }
  }

  /// 100 megapixels, 200 MB, sides as long as JPEG can say; 64 scans is six times what encoders
  /// write.
  public static PhotoBudget defaults() {
    return new PhotoBudget(200_000_000, 100_000_000, 65_500, 64, 2_000_000_000, 10_000);
  }

  /// Why a file of this many bytes is not even looked at.
  public Optional<Reason> objectionTo(long bytes) {
    if (bytes == 0) {
      return reason(ReasonCode.IMAGE_EMPTY, "0 bytes");
    }
    if (bytes > maxBytes) {
      return reason(ReasonCode.IMAGE_TOO_LARGE, "%d bytes, at most %d".formatted(bytes, maxBytes));
    }
    return Optional.empty();
  }

  /// Why a photo with this header is not decoded.
  public Optional<Reason> objectionTo(ImageHeader header) {
    PixelSize size = header.size();
    if (size.pixels() > maxPixels || size.longSide() > maxSide) {
      return reason(
          ReasonCode.IMAGE_TOO_LARGE,
          "%d x %d pixels, at most %d and %d a side"
              .formatted(size.width(), size.height(), maxPixels, maxSide));
    }
    if (header.scans() > maxScans || header.scans() * size.pixels() > maxScanPixels) {
      return reason(
          ReasonCode.IMAGE_TOO_COMPLEX,
          "%d scans of %d pixels".formatted(header.scans(), size.pixels()));
    }
    if (header.frames() > maxFrames) {
      return reason(
          ReasonCode.IMAGE_TOO_COMPLEX,
          "%d frames, at most %d".formatted(header.frames(), maxFrames));
    }
    return Optional.empty();
  }

  private static Optional<Reason> reason(ReasonCode code, String message) {
    return Optional.of(new Reason(code, message));
  }
}

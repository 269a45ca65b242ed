package polo.images.photo;

import java.util.Optional;
import java.util.Set;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;

/// Looks at an original before anything is decoded: what is it, how large, and may it go on?
///
/// Reads the file once from front to back, skipping what does not matter: about a millisecond for 3
/// MB.
///
/// @param budget what a photo may cost
/// @param rendered formats that can be rendered here
public record FirstLook(PhotoBudget budget, Set<ImageFormat> rendered) {

  public FirstLook {
    rendered = Set.copyOf(rendered);
  }

  /// Where nothing but Java decodes.
  public FirstLook(PhotoBudget budget) {
    this(budget, ImageFormat.decodedByJava());
  }

  public Look at(byte[] original) {
    Optional<Reason> objection = budget.objectionTo(original.length);
    if (objection.isPresent()) {
      return new Look.Refused(Optional.empty(), Optional.empty(), objection.get());
    }
    return ImageFormat.of(original)
        .map(format -> at(original, format))
        .orElseGet(() ->
            refused(Optional.empty(), ReasonCode.IMAGE_UNRECOGNISED, "no known image format"));
  }

  private Look at(byte[] original, ImageFormat format) {
    if (!rendered.contains(format)) {
      return new Look.Refused(
          Optional.of(format),
          header(new Bytes(original), format),
          new Reason(ReasonCode.IMAGE_UNSUPPORTED, format.wireName() + " cannot be rendered"));
    }
    return header(new Bytes(original), format)
        .map(this::judged)
        .orElseGet(() ->
            refused(
                Optional.of(format),
                ReasonCode.IMAGE_CORRUPT,
                "no valid %s header".formatted(format.wireName())));
  }

  private Look judged(ImageHeader header) {
    return budget
        .objectionTo(header)
        .<Look>map(
            reason -> new Look.Refused(Optional.of(header.format()), Optional.of(header), reason))
        .orElseGet(() -> new Look.Seen(header));
  }

  private static Optional<ImageHeader> header(Bytes bytes, ImageFormat format) {
    return switch (format) {
      case JPEG -> JpegHeaders.read(bytes);
      case PNG -> PngHeaders.read(bytes);
      case GIF -> GifHeaders.read(bytes);
      case BMP -> BmpHeaders.read(bytes);
      case WEBP -> WebpHeaders.read(bytes);
      case TIFF -> TiffHeaders.read(bytes);
      case PSD -> PsdHeaders.read(bytes);
      case HEIC, AVIF -> HeifHeaders.read(bytes, format);
      case JPEG_XL, JPEG_2000, RAW, ICO, VIDEO, SVG, PDF, POSTSCRIPT, MVG -> Optional.empty();
    };
  }

  private static Look refused(Optional<ImageFormat> format, ReasonCode code, String message) {
    return new Look.Refused(format, Optional.empty(), new Reason(code, message));
  }
}

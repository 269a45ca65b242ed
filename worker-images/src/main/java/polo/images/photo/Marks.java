package polo.images.photo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The marks ("magic bytes") formats begin with.
final class Marks {

  /// How far into a text a telling word is looked for.
  private static final int TEXT_LIMIT = 4096;

  private Marks() {}

  static Optional<ImageFormat> recognise(Bytes bytes) {
    return Optional.ofNullable(binary(bytes)).or(() -> Optional.ofNullable(text(bytes)));
  }

  private static @Nullable ImageFormat binary(Bytes bytes) {
    if (bytes.says(0, "\u00ff\u00d8\u00ff")
        || bytes.length() == 2 && bytes.says(0, "\u00ff\u00d8")) {
      return ImageFormat.JPEG;
    }
    if (bytes.says(0, "\u0089PNG\r\n\u001a\n")) {
      return ImageFormat.PNG;
    }
    if (bytes.says(0, "GIF87a") || bytes.says(0, "GIF89a")) {
      return ImageFormat.GIF;
    }
    if (bytes.says(0, "RIFF") && bytes.says(8, "WEBP")) {
      return ImageFormat.WEBP;
    }
    if (bytes.says(0, "8BPS")) {
      return ImageFormat.PSD;
    }
    if (bytes.says(4, "ftyp")) {
      return box(bytes);
    }
    if (isTiff(bytes)) {
      return isRawTiff(bytes) ? ImageFormat.RAW : ImageFormat.TIFF;
    }
    // The size of the header that follows tells a bitmap from a text that begins with "BM".
    if (bytes.says(0, "BM") && BmpHeaders.isHeaderSize(bytes.u32le(14))) {
      return ImageFormat.BMP;
    }
    return rarer(bytes);
  }

  private static @Nullable ImageFormat rarer(Bytes bytes) {
    if (bytes.says(0, "\u00ff\n") || bytes.says(0, "\0\0\0\fJXL ")) {
      return ImageFormat.JPEG_XL;
    }
    if (bytes.says(0, "\0\0\0\fjP  ") || bytes.says(0, "\u00ffO\u00ffQ")) {
      return ImageFormat.JPEG_2000;
    }
    if (bytes.says(0, "FUJIFILMCCD-RAW")
        || bytes.says(0, "IIRO")
        || bytes.says(0, "IIRS")
        || bytes.says(0, "IIU\0")
        || bytes.says(0, "\0MRM")
        || bytes.says(0, "FOVb")) {
      return ImageFormat.RAW;
    }
    if (bytes.says(0, "\0\0\u0001\0") && bytes.u16le(4) > 0) {
      return ImageFormat.ICO;
    }
    if (bytes.says(0, "\u001aE\u00df\u00a3") || bytes.says(0, "RIFF") && bytes.says(8, "AVI ")) {
      return ImageFormat.VIDEO;
    }
    return null;
  }

  /// The ISO container's brand: https://mp4ra.org lists them.
  private static ImageFormat box(Bytes bytes) {
    if (bytes.says(8, "avif") || bytes.says(8, "avis")) {
      return ImageFormat.AVIF;
    }
    if (bytes.says(8, "crx ")) {
      return ImageFormat.RAW;
    }
    for (String brand :
        new String[] {"heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"}) {
      if (bytes.says(8, brand)) {
        return namesAvif(bytes) ? ImageFormat.AVIF : ImageFormat.HEIC;
      }
    }
    return ImageFormat.VIDEO;
  }

  /// `mif1` is the brand of any picture in this container; the compatible brands say which.
  private static boolean namesAvif(Bytes bytes) {
    long end = Math.min(bytes.u32be(0), 256);
    for (long at = 16; at + 4 <= end; at += 4) {
      if (bytes.says(at, "avif")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTiff(Bytes bytes) {
    return bytes.says(0, "II*\0")
        || bytes.says(0, "MM\0*")
        || bytes.says(0, "II+\0")
        || bytes.says(0, "MM\0+");
  }

  /// Camera raw in TIFF's clothes: Canon says so behind the header, the others by their tags.
  private static boolean isRawTiff(Bytes bytes) {
    return bytes.says(8, "CR") || TiffHeaders.isCameraRaw(bytes);
  }

  private static @Nullable ImageFormat text(Bytes bytes) {
    if (bytes.says(0, "%PDF-")) {
      return ImageFormat.PDF;
    }
    if (bytes.says(0, "%!PS") || bytes.says(0, "\u00c5\u00d0\u00d3\u00c6")) {
      return ImageFormat.POSTSCRIPT;
    }
    String beginning = bytes.beginning(TEXT_LIMIT);
    if (beginning.stripLeading().startsWith("push graphic-context")) {
      return ImageFormat.MVG;
    }
    return isMarkup(beginning) && beginning.contains("<svg") ? ImageFormat.SVG : null;
  }

  private static boolean isMarkup(String beginning) {
    String text = beginning.startsWith("\u00ef\u00bb\u00bf") ? beginning.substring(3) : beginning;
    String start = text.stripLeading();
    return start.startsWith("<?xml")
        || start.startsWith("<!--")
        || start.startsWith("<!DOCTYPE svg")
        || start.startsWith("<svg");
  }
}

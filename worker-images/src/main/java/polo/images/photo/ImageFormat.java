package polo.images.photo;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What bytes are, by their content. A file's name is never asked: phones and servers rename.
///
/// Formats that need a library, that cannot be rendered, or never will be because they are programs
/// rather than pictures (SVG, PostScript, MVG, PDF), are known all the same, so that the refusal
/// says what it was.
public enum ImageFormat {
  JPEG("jpeg", true),
  PNG("png", true),
  GIF("gif", true),
  BMP("bmp", true),
  WEBP("webp", true),
  TIFF("tiff", true),
  PSD("psd", true),
  HEIC("heic", false),
  AVIF("avif", false),
  JPEG_XL("jxl", false),
  JPEG_2000("jp2", false),
  RAW("raw", false),
  ICO("ico", false),
  VIDEO("video", false),
  SVG("svg", false),
  PDF("pdf", false),
  POSTSCRIPT("postscript", false),
  MVG("mvg", false);

  private final String wireName;
  private final boolean decodedByJava;

  ImageFormat(String wireName, boolean decodedByJava) {
    this.wireName = wireName;
    this.decodedByJava = decodedByJava;
  }

  /// As documents carry it.
  public String wireName() {
    return wireName;
  }

  /// Those whose pixels can be read wherever Java runs.
  public static Set<ImageFormat> decodedByJava() {
    return Arrays.stream(values())
        .filter(format -> format.decodedByJava)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ImageFormat.class)));
  }

  /// The format whose mark the bytes carry; absent when they carry none that is known.
  public static Optional<ImageFormat> of(byte[] bytes) {
    return Marks.recognise(new Bytes(bytes));
  }
}

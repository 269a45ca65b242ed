package polo.images.edge.exif;

import com.drew.metadata.Metadata;
import com.drew.metadata.xmp.XmpDirectory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import polo.images.exif.ExifText;

/// The properties of a photo's XMP packets by their path, such as `exif:ExposureTime`; the first
/// packet that has one answers.
record XmpTexts(List<Map<String, String>> packets) {

  /// Items of a list that are read at most.
  private static final int MAX_ITEMS = 64;

  private static final Pattern FRACTION =
      Pattern.compile("\\s*([+-]?\\d{1,9}(?:\\.\\d{1,9})?)\\s*(?:/\\s*(\\d{1,9}))?\\s*");

  /// `48,51.5N` or `48,51,30N`: degrees, minutes, perhaps seconds, and the side.
  private static final Pattern ANGLE =
      Pattern.compile(
          "\\s*(\\d{1,3}),(\\d{1,2}(?:\\.\\d{1,12})?)(?:,(\\d{1,2}(?:\\.\\d{1,12})?))?([NSEW])\\s*");

  static XmpTexts of(Metadata metadata) {
    return new XmpTexts(
        metadata.getDirectoriesOfType(XmpDirectory.class).stream()
            .map(XmpDirectory::getXmpProperties)
            .toList());
  }

  Optional<String> text(String path) {
    return packets.stream()
        .map(packet -> packet.get(path))
        .filter(Objects::nonNull)
        .flatMap(text -> ExifText.cleaned(text).stream())
        .findFirst();
  }

  /// A decimal or a fraction; absent when it is none, or has a zero below the line.
  OptionalDouble number(String path) {
    return text(path)
        .map(FRACTION::matcher)
        .filter(Matcher::matches)
        .map(XmpTexts::quotient)
        .filter(number -> Double.isFinite(number))
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  /// The items of a list of texts.
  List<String> items(String path) {
    return IntStream.rangeClosed(1, MAX_ITEMS)
        .mapToObj(i -> text(path + "[" + i + "]"))
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .toList();
  }

  /// Degrees, minutes and seconds of an angle; empty when it is none.
  double[] angle(String path) {
    return angleParts(path)
        .map(parts ->
            Stream.of(parts.group(1), parts.group(2), parts.group(3))
                .filter(Objects::nonNull)
                .mapToDouble(Double::parseDouble)
                .toArray())
        .orElse(new double[0]);
  }

  /// `N`, `S`, `E` or `W` of an angle.
  Optional<String> side(String path) {
    return angleParts(path).map(parts -> parts.group(4));
  }

  private Optional<Matcher> angleParts(String path) {
    return text(path).map(ANGLE::matcher).filter(Matcher::matches);
  }

  private static double quotient(Matcher parts) {
    double above = Double.parseDouble(parts.group(1));
    String below = parts.group(2);
    return below == null ? above : above / Double.parseDouble(below);
  }
}

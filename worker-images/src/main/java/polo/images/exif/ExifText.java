package polo.images.exif;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Texts as cameras write them: ASCII by the standard; UTF-8 or Latin-1, padding, control
/// characters and whole novels in practice.
public final class ExifText {

  private static final int MAX_LENGTH = 256;

  /// What Java decodes to where the bytes are no UTF-8.
  private static final int REPLACEMENT = 0xfffd;

  private ExifText() {}

  /// The text up to the first NUL, in UTF-8 or else Latin-1, without control characters and
  /// padding, at most 256 characters; absent when nothing is left.
  public static Optional<String> of(byte[] bytes) {
    return cleaned(decoded(bytes, end(bytes)));
  }

  /// The same for a text that is decoded already.
  public static Optional<String> cleaned(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .filter(c -> !Character.isISOControl(c) && c != REPLACEMENT)
        .limit(MAX_LENGTH)
        .forEach(clean::appendCodePoint);
    String stripped = clean.toString().strip();
    return stripped.isEmpty() ? Optional.empty() : Optional.of(stripped);
  }

  private static int end(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return end;
  }

  private static String decoded(byte[] bytes, int length) {
    String utf8 = new String(bytes, 0, length, StandardCharsets.UTF_8);
    return utf8.indexOf(REPLACEMENT) < 0
        ? utf8
        : new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }
}

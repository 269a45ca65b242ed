package polo.common.edge.blob;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// How blobs are named: by owner first, so that one user's blobs can be found and erased, then by
/// content, so that writing the same thing twice is one blob.
///
/// Keys hold only `[A-Za-z0-9._=/-]`. In a user id the bytes of all but `[a-z0-9._-]` are written
/// as `=` and two hex digits: capitals too, because there are file systems that don't tell `Ana`
/// from `ana`, and a first dot, because such names mean something to file systems. An id that gets
/// too long for a file name is written as `==` and its SHA-256.
public final class BlobKeys {

  /// What S3 takes.
  private static final int MAX_LENGTH = 1024;

  /// What file systems take for one name.
  private static final int MAX_SEGMENT = 255;

  private static final Pattern SEGMENT =
      Pattern.compile("[A-Za-z0-9_=-][A-Za-z0-9._=-]{0,%d}".formatted(MAX_SEGMENT - 1));

  private static final int LONGEST_ID = 200;
  private static final HexFormat HEX = HexFormat.of();

  private BlobKeys() {}

  /// True when this can name a blob: names of letters, digits and `._=-` joined by slashes, none
  /// beginning with a dot. Who takes keys from outside asks here first; a store throws
  /// `IllegalArgumentException`.
  public static boolean isKey(String key) {
    return key.length() <= MAX_LENGTH
        && Arrays.stream(key.split("/", -1)).allMatch(name -> SEGMENT.matcher(name).matches());
  }

  public static String original(String userId, String sha256, String extension) {
    return "originals/%s/%s.%s".formatted(segment(userId), sha256, extension);
  }

  /// A rendition: recipe and engine together decide about its bytes.
  public static String rendition(String userId, String sha256, RenditionName name) {
    return "renditions/%s/%s/%s".formatted(segment(userId), sha256, name.fileName());
  }

  /// What tells a rendition from all others of its original.
  ///
  /// @param recipe its version
  /// @param engine which renderer made it: two of them never agree in every byte
  /// @param name such as `2048`
  public record RenditionName(int recipe, String engine, String name, String extension) {

    String fileName() {
      return "v%d-%s-%s.%s".formatted(recipe, engine, name, extension);
    }
  }

  public static String points(String userId, String sha256) {
    return "points/%s/%s.json".formatted(segment(userId), sha256);
  }

  /// The prefixes under which everything of a user lies.
  public static List<String> prefixes(String userId) {
    return List.of(
        "originals/%s/".formatted(segment(userId)),
        "renditions/%s/".formatted(segment(userId)),
        "points/%s/".formatted(segment(userId)));
  }

  public static String sha256(byte[] bytes) {
    try {
      return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String segment(String id) {
    StringBuilder segment = new StringBuilder();
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain((char) b) && !(b == '.' && segment.isEmpty())) {
        segment.append((char) b);
      } else {
        HEX.toHexDigits(segment.append('='), b);
      }
    }
    // Two signs in a row come from no encoding, so no other id has this name.
    return segment.length() <= LONGEST_ID
        ? segment.toString()
        : "==" + sha256(id.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isPlain(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-';
  }
}

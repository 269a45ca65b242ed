package polo.common.edge.blob;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import polo.common.document.DocumentKey;

/// How blobs are named: by owner first, so that one user's blobs can be found and erased, then by
/// content, so that writing the same thing twice is one blob.
///
/// Keys hold only `[A-Za-z0-9._/-]`; a user id is percent-encoded as in document keys, `%` becoming
/// `=`.
public final class BlobKeys {

  private BlobKeys() {}

  public static String original(String userId, String sha256, String extension) {
    return "originals/%s/%s.%s".formatted(segment(userId), sha256, extension);
  }

  public static String rendition(
      String userId, String sha256, int recipe, String name, String extension) {
    return "renditions/%s/%s/v%d-%s.%s".formatted(segment(userId), sha256, recipe, name, extension);
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
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String segment(String id) {
    String key = DocumentKey.of("x", id).value();
    return key.substring("x::".length()).replace('%', '=');
  }
}

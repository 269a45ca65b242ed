package polo.fleet.edge.api;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import polo.common.edge.blob.BlobKeys;
import polo.common.edge.json.Json;

/// Answers as every route gives them: documents by our own mapper, so that HTTP shows them as the
/// store has them.
public final class Answers {

  private Answers() {}

  public static ResponseEntity<byte[]> json(Object value) {
    return json(200, value);
  }

  public static ResponseEntity<byte[]> json(int status, Object value) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(Json.bytes(value));
  }

  /// With an ETag that follows from the content: who has it already gets 304 and no body.
  public static ResponseEntity<byte[]> tagged(Object value) {
    return tagged(Json.bytes(value), MediaType.APPLICATION_JSON);
  }

  public static ResponseEntity<byte[]> tagged(String text, MediaType type) {
    return tagged(text.getBytes(StandardCharsets.UTF_8), type);
  }

  private static ResponseEntity<byte[]> tagged(byte[] body, MediaType type) {
    return ResponseEntity.ok()
        .contentType(type)
        .eTag(eTag(body))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(body);
  }

  /// Weak, for the same may travel compressed.
  static String eTag(byte[] content) {
    return "W/\"%s\"".formatted(BlobKeys.sha256(content).substring(0, 32));
  }
}

package polo.fleet.edge.console;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import polo.common.edge.blob.BlobStore;
import polo.common.edge.store.Documents;
import polo.fleet.edge.documents.Travels;

/// Pages for people: the users, and one user's travels.
@RestController
class PagesController {

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'";
  private static final String RENDITIONS = "renditions/";

  private final Documents documents;
  private final BlobStore blobs;

  PagesController(Documents documents, BlobStore blobs) {
    this.documents = documents;
    this.blobs = blobs;
  }

  @GetMapping("/")
  ResponseEntity<byte[]> users() {
    return page(TravelsPage.users(Travels.users(documents)));
  }

  @GetMapping("/users/{userId}")
  ResponseEntity<byte[]> user(@PathVariable String userId) {
    return page(TravelsPage.of(Travels.of(userId, documents)));
  }

  /// Renditions only: originals stay where they are.
  @GetMapping("/" + RENDITIONS + "**")
  ResponseEntity<byte[]> rendition(HttpServletRequest request) {
    String key = request.getRequestURI().substring(1);
    return blobs
        .get(key)
        .map(bytes -> ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(bytes))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static ResponseEntity<byte[]> page(String html) {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header("Content-Security-Policy", POLICY)
        .body(html.getBytes(StandardCharsets.UTF_8));
  }
}

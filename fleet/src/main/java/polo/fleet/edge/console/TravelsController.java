package polo.fleet.edge.console;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import polo.common.edge.json.Json;
import polo.common.edge.store.Documents;
import polo.fleet.edge.documents.Travels;

/// The documents of users as JSON, read-only.
@RestController
class TravelsController {

  private final Documents documents;

  TravelsController(Documents documents) {
    this.documents = documents;
  }

  @GetMapping("/v1/users")
  ResponseEntity<byte[]> users() {
    List<String> users = Travels.users(documents);
    return json(users);
  }

  @GetMapping("/v1/users/{userId}/travels")
  ResponseEntity<byte[]> travels(@PathVariable String userId) {
    return json(Travels.of(userId, documents));
  }

  /// By our own mapper, so that HTTP shows documents as the store has them.
  private static ResponseEntity<byte[]> json(Object value) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Json.bytes(value));
  }
}

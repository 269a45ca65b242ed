package polo.fleet.edge.api;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import polo.common.edge.store.DocumentStore;
import polo.fleet.edge.ops.FleetReport;
import polo.fleet.edge.ops.StatusReader;

/// `/v1/status`: how the fleet is, as `polo status` tells it.
@RestController
class StatusController {

  private final StatusReader reader;
  private final DocumentStore store;

  StatusController(StatusReader reader, DocumentStore store) {
    this.reader = reader;
    this.store = store;
  }

  @GetMapping("/v1/status")
  ResponseEntity<byte[]> status(HttpServletRequest request) throws InterruptedException {
    try {
      return Answers.json(FleetReport.of(reader.look(store)));
    } catch (RetriableException e) {
      return Problem.of(ProblemCode.BROKER_UNAVAILABLE, "the broker does not answer")
          .response(request);
    }
  }
}

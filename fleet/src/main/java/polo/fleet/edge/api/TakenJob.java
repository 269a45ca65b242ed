package polo.fleet.edge.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriUtils;
import polo.common.edge.json.Json;
import polo.common.job.Reason;
import polo.fleet.edge.jobs.JobStatus;

/// The answer to an upload that the queue has for good.
///
/// @param id under which the job can be asked for
/// @param photoId of a photo
/// @param fixes how many were taken, of an upload of fixes
/// @param flaws fixes that make no sense and were left out
record TakenJob(
    String id,
    String type,
    @Nullable String photoId,
    @Nullable Integer fixes,
    List<JobStatus.Why> flaws) {

  TakenJob {
    flaws = List.copyOf(flaws);
  }

  static List<JobStatus.Why> flaws(List<Reason> reasons) {
    return reasons.stream()
        .map(reason -> new JobStatus.Why(reason.code().name(), reason.message()))
        .toList();
  }

  /// 202, and where to ask.
  ResponseEntity<byte[]> response() {
    return ResponseEntity.accepted()
        .header(HttpHeaders.LOCATION, "/v1/jobs/" + UriUtils.encode(id, StandardCharsets.UTF_8))
        .contentType(MediaType.APPLICATION_JSON)
        .body(Json.bytes(this));
  }
}

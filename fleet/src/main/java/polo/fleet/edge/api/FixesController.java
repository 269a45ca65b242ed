package polo.fleet.edge.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import polo.common.earth.Fix;
import polo.common.edge.json.Json;
import polo.common.edge.kafka.JobId;
import polo.common.edge.kafka.JobReader;
import polo.common.edge.kafka.Topics;
import polo.common.job.JobHeaders;
import polo.common.job.JobType;
import polo.common.job.ParsedJob;
import polo.common.job.PointsUploaded;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// Fixes from phones and from whoever has some, see [PhoneBody].
///
/// An app on a phone sends a body until it is taken: one bad fix must not stop all that come after
/// it. So OwnTracks and Overland are told that all is well once what makes sense is on the queue,
/// even if that is nothing.
@RestController
class FixesController {

  private static final Logger LOG = LoggerFactory.getLogger(FixesController.class);

  /// Fixes in one job, as an import has it.
  private static final int PER_JOB = 2_000;

  private static final String SOURCE = "/v1/fixes";
  private static final String DEVICE = "phone";

  /// What is read of a request is limited at the door; this only has to be more.
  private final JobReader reader = new JobReader(64 << 20, 0);

  private final JobQueue queue;

  FixesController(JobQueue queue) {
    this.queue = queue;
  }

  @PostMapping(SOURCE)
  ResponseEntity<byte[]> fixes(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readAllBytes();
    if (body.length == 0) {
      return Problem.of(ReasonCode.BODY_EMPTY, "the body is empty").response(request);
    }
    try {
      return take(PhoneBody.of(Json.tree(body)), request);
    } catch (JacksonException e) {
      return Problem.of(ReasonCode.BODY_NOT_JSON, "the body is not JSON").response(request);
    }
  }

  private ResponseEntity<byte[]> take(PhoneBody body, HttpServletRequest request) {
    if (body.isEmpty()) {
      return allIsWell(body.kind());
    }
    return switch (reader.read(
        contract(body, request),
        queue.headers(JobType.POINTS_UPLOADED, SOURCE, request),
        Topics.POINTS)) {
      case ParsedJob.Invalid(var reason) -> refuse(body.kind(), reason, request);
      case ParsedJob.Valid valid -> put(body.kind(), valid, request);
    };
  }

  private ResponseEntity<byte[]> put(
      PhoneBody.Kind kind, ParsedJob.Valid valid, HttpServletRequest request) {
    List<OutgoingJob> jobs = split((PointsUploaded) valid.job(), valid.headers());
    Optional<Problem> problem =
        JobsController.notTheirs(valid.job(), request).or(() -> queue.put(jobs));
    if (problem.isPresent()) {
      return problem.get().response(request);
    }
    return switch (kind) {
      case OWNTRACKS, OVERLAND -> allIsWell(kind);
      case PLAIN ->
          new TakenJob(
                  jobs.getLast().headers().id(),
                  valid.job().type().wireName(),
                  null,
                  ((PointsUploaded) valid.job()).fixes().size(),
                  TakenJob.flaws(valid.flaws()))
              .response();
    };
  }

  private static ResponseEntity<byte[]> refuse(
      PhoneBody.Kind kind, Reason reason, HttpServletRequest request) {
    if (kind != PhoneBody.Kind.PLAIN && reason.code() == ReasonCode.FIX_INVALID) {
      LOG.atWarn().log("a phone sent nothing but fixes that make no sense: {}", reason.message());
      return allIsWell(kind);
    }
    return Problem.of(reason).response(request);
  }

  /// As each app wants to hear it. To others it means that there was nothing to do.
  private static ResponseEntity<byte[]> allIsWell(PhoneBody.Kind kind) {
    return switch (kind) {
      case OWNTRACKS -> Answers.json(List.of());
      case OVERLAND, PLAIN -> Answers.json(Map.of("result", "ok"));
    };
  }

  /// Ids follow from the content: what is sent again is the same job.
  private static List<OutgoingJob> split(PointsUploaded all, JobHeaders headers) {
    List<OutgoingJob> jobs = new ArrayList<>();
    List<Fix> fixes = all.fixes();
    for (int from = 0; from < fixes.size(); from += PER_JOB) {
      List<Fix> some = fixes.subList(from, Math.min(from + PER_JOB, fixes.size()));
      PointsUploaded part = new PointsUploaded(all.userId(), all.deviceId(), some);
      jobs.add(
          OutgoingJob.of(
              part,
              new JobHeaders(
                  JobId.of(part), headers.source(), headers.time(), headers.traceparent())));
    }
    return jobs;
  }

  /// The body of a job. Whose the fixes are: the address says it, or the token, or the app's own
  /// headers, or the body; in this order.
  private static byte[] contract(PhoneBody body, HttpServletRequest request) {
    ObjectNode points = body.points();
    String ofToken =
        Caller.of(request).access() instanceof Access.OneUser(var userId) ? userId : null;
    String user =
        first(request.getParameter("user"), ofToken, request.getHeader("X-Limit-U"), body.user());
    String device =
        first(
            request.getParameter("device"), request.getHeader("X-Limit-D"), body.device(), DEVICE);
    if (user != null) {
      points.put("userId", user);
    }
    points.put("deviceId", device);
    return Json.bytes(points);
  }

  private static @Nullable String first(@Nullable String... names) {
    return Stream.of(names)
        .filter(name -> name != null && !name.isEmpty())
        .findFirst()
        .orElse(null);
  }
}

package polo.fleet.edge.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import polo.common.edge.blob.BlobKeys;
import polo.common.edge.kafka.CloudEventHeaders;
import polo.common.edge.kafka.JobId;
import polo.common.edge.kafka.JobReader;
import polo.common.edge.kafka.Topics;
import polo.common.job.HistoryReprocess;
import polo.common.job.Job;
import polo.common.job.JobHeaders;
import polo.common.job.JobType;
import polo.common.job.ParsedJob;
import polo.common.job.PhotoUploaded;
import polo.common.job.PinsChanged;
import polo.common.job.PlaceSeen;
import polo.common.job.PointsUploaded;
import polo.common.job.ReasonCode;
import polo.common.job.UserErase;
import polo.fleet.edge.jobs.JobBook;
import polo.fleet.edge.jobs.JobFilter;
import polo.fleet.edge.jobs.JobState;

/// Jobs by HTTP: the bodies of the contract, read by the reader the workers use, put on the queue
/// as they came; and what became of them.
@RestController
class JobsController {

  private static final String NEW_ID = "new";
  private static final int MOST = 1000;

  private final JobReader reader = JobReader.standard();
  private final JobQueue queue;
  private final JobBook book;

  JobsController(JobQueue queue, JobBook book) {
    this.queue = queue;
    this.book = book;
  }

  /// CloudEvents in HTTP's binary mode: `ce-type`, and if wanted `ce-id`, `ce-source`, `ce-time`.
  @PostMapping("/v1/jobs")
  ResponseEntity<byte[]> enqueue(
      HttpServletRequest request, @RequestParam(name = "lane", defaultValue = "live") String lane)
      throws IOException {
    Map<String, String> headers = headers(request);
    String topic = topic(headers.get(CloudEventHeaders.TYPE), lane.equals("bulk"));
    byte[] body = request.getInputStream().readAllBytes();
    return switch (reader.read(body, headers, topic)) {
      case ParsedJob.Invalid(var reason) -> Problem.of(reason).response(request);
      case ParsedJob.Valid valid -> {
        OutgoingJob job = new OutgoingJob(topic, valid.job(), identified(valid), body);
        Optional<Problem> problem = notTheirs(job.job(), request).or(() -> queue.put(List.of(job)));
        yield problem.isPresent()
            ? problem.get().response(request)
            : new TakenJob(
                    job.headers().id(),
                    valid.job().type().wireName(),
                    null,
                    valid.job() instanceof PointsUploaded points && points.blobKey() == null
                        ? points.fixes().size()
                        : null,
                    TakenJob.flaws(valid.flaws()))
                .response();
      }
    };
  }

  @GetMapping("/v1/jobs")
  ResponseEntity<byte[]> jobs(
      HttpServletRequest request,
      @RequestParam(name = "state", required = false) @Nullable String state,
      @RequestParam(name = "user", required = false) @Nullable String user,
      @RequestParam(name = "type", required = false) @Nullable String type,
      @RequestParam(name = "limit", defaultValue = "50") int limit) {
    Optional<JobState> known =
        Arrays.stream(JobState.values())
            .filter(value -> value.name().equalsIgnoreCase(state))
            .findFirst();
    if (state != null && known.isEmpty()) {
      return Problem.of(ProblemCode.REQUEST_INVALID, "no job has the state " + state)
          .response(request);
    }
    JobFilter filter = new JobFilter(known.orElse(null), user, type);
    return Answers.json(Map.of("jobs", book.list(filter, Math.clamp(limit, 1, MOST))));
  }

  @GetMapping("/v1/jobs/{id}")
  ResponseEntity<byte[]> job(HttpServletRequest request, @PathVariable("id") String id) {
    Access access = Caller.of(request).access();
    return book.find(id)
        .filter(job -> access.mayActFor(job.userId() == null ? "" : job.userId()))
        .map(Answers::json)
        .orElseGet(() ->
            Problem.of(ProblemCode.NOT_FOUND, "no job of late has this id").response(request));
  }

  private Map<String, String> headers(HttpServletRequest request) {
    Map<String, String> headers = new HashMap<>();
    headers.put(CloudEventHeaders.SPEC_VERSION, "1.0");
    headers.put(CloudEventHeaders.ID, header(request, "ce-id", NEW_ID));
    headers.put(CloudEventHeaders.SOURCE, header(request, "ce-source", "/v1/jobs"));
    headers.put(CloudEventHeaders.TYPE, header(request, "ce-type", ""));
    headers.put(
        CloudEventHeaders.TIME, header(request, "ce-time", queue.clock().instant().toString()));
    headers.put(CloudEventHeaders.TRACEPARENT, Trace.of(request).parent());
    return headers;
  }

  private static String header(HttpServletRequest request, String name, String otherwise) {
    String value = request.getHeader(name);
    return value == null ? otherwise : value;
  }

  private static String topic(@Nullable String type, boolean bulk) {
    return bulk
        ? Topics.BULK
        : JobType.ofWireName(type == null ? "" : type).map(Topics::of).orElse(Topics.POINTS);
  }

  /// Who gives no id gets one: uploads by their content, so that sending again is one job; what may
  /// be meant twice by chance.
  private static JobHeaders identified(ParsedJob.Valid valid) {
    JobHeaders given = valid.headers();
    if (!given.id().equals(NEW_ID)) {
      return given;
    }
    String id =
        switch (valid.job()) {
          case PointsUploaded _, PhotoUploaded _, PlaceSeen _ -> JobId.of(valid.job());
          case HistoryReprocess _, PinsChanged _, UserErase _ -> UUID.randomUUID().toString();
        };
    return new JobHeaders(id, given.source(), given.time(), given.traceparent());
  }

  /// A blob of somebody else's would become the user's photo, and survive its owner.
  static Optional<Problem> notTheirs(Job job, HttpServletRequest request) {
    if (!Caller.of(request).access().mayActFor(job.userId())) {
      return Optional.of(
          Problem.of(ProblemCode.NOT_ALLOWED, "this token is for what is of another user"));
    }
    String blob =
        switch (job) {
          case PointsUploaded points -> points.blobKey();
          case PhotoUploaded photo -> photo.blobKey();
          case HistoryReprocess _, PinsChanged _, PlaceSeen _, UserErase _ -> null;
        };
    boolean own =
        blob == null || BlobKeys.prefixes(job.userId()).stream().anyMatch(blob::startsWith);
    return own
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                ReasonCode.FIELD_INVALID,
                "blob is %s, which is not among the blobs of the user".formatted(blob)));
  }
}

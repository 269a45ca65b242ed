package polo.fleet.edge.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import polo.common.edge.blob.BlobKeys;
import polo.common.edge.blob.BlobStore;
import polo.common.edge.json.Json;
import polo.common.edge.kafka.JobId;
import polo.common.edge.kafka.JobReader;
import polo.common.edge.kafka.Topics;
import polo.common.job.JobHeaders;
import polo.common.job.JobType;
import polo.common.job.ParsedJob;
import polo.common.job.PhotoUploaded;
import polo.common.job.ReasonCode;
import polo.images.photo.ImageFormat;
import tools.jackson.databind.node.ObjectNode;

/// Photos: the bytes go into the blob store under a name that follows from them, then the job on
/// the queue. A photo whose bytes are in the blob store already is named in JSON, as the body of
/// the job.
@RestController
class PhotosController {

  private static final String SOURCE = "/v1/photos";
  private static final int ID_LENGTH = 32;
  private static final int HEAD = 512;

  /// Photos held in memory at once, on their way from disk to the blob store.
  private static final int IN_MEMORY = 2;

  private final JobReader reader = JobReader.standard();
  private final JobQueue queue;
  private final BlobStore blobs;
  private final Semaphore inMemory = new Semaphore(IN_MEMORY);

  PhotosController(JobQueue queue, BlobStore blobs) {
    this.queue = queue;
    this.blobs = blobs;
  }

  @PostMapping(SOURCE)
  ResponseEntity<byte[]> photo(HttpServletRequest request) throws IOException {
    String type = request.getContentType();
    if (type != null && type.startsWith("application/json")) {
      return enqueue(request.getInputStream().readNBytes(reader.maxBodyBytes() + 1), request);
    }
    try (UploadedPhoto photo = UploadedPhoto.read(request)) {
      return upload(photo, request);
    }
  }

  private ResponseEntity<byte[]> upload(UploadedPhoto photo, HttpServletRequest request)
      throws IOException {
    Optional<ImageFormat> format = ImageFormat.of(head(photo));
    if (Files.size(photo.file()) == 0) {
      return Problem.of(ReasonCode.IMAGE_EMPTY, "there is no photo").response(request);
    }
    if (format.isEmpty()) {
      return Problem.of(ReasonCode.IMAGE_UNRECOGNISED, "this is no image").response(request);
    }
    String user =
        Caller.of(request).access() instanceof Access.OneUser(var own)
                && photo.field("user") == null
            ? own
            : photo.field("user");
    if (user == null) {
      return Problem.of(ReasonCode.FIELD_MISSING, "user is missing").response(request);
    }
    if (!Caller.of(request).access().mayActFor(user)) {
      return Problem.of(ProblemCode.NOT_ALLOWED, "this token is for what is of another user")
          .response(request);
    }
    return enqueue(Json.bytes(job(user, photo, format.get())), request);
  }

  /// The body of the job; when it is answered, the bytes are in the blob store.
  private ObjectNode job(String user, UploadedPhoto photo, ImageFormat format) throws IOException {
    inMemory.acquireUninterruptibly();
    try {
      byte[] original = Files.readAllBytes(photo.file());
      String sha256 = BlobKeys.sha256(original);
      String key = BlobKeys.original(user, sha256, format.wireName());
      blobs.put(key, original);
      ObjectNode job = Json.mapper().createObjectNode();
      job.put("userId", user);
      job.put("photoId", sha256.substring(0, ID_LENGTH));
      job.put("blob", key);
      job.put("uploadedAt", queue.clock().instant().toString());
      for (String name : List.of("fileName", "uploadedAt", "userZone", "privacy")) {
        String value = photo.field(name);
        if (value != null) {
          job.put(name, value);
        }
      }
      return job;
    } finally {
      inMemory.release();
    }
  }

  private ResponseEntity<byte[]> enqueue(byte[] body, HttpServletRequest request) {
    return switch (reader.read(
        body, queue.headers(JobType.PHOTO_UPLOADED, SOURCE, request), Topics.PHOTOS)) {
      case ParsedJob.Invalid(var reason) -> Problem.of(reason).response(request);
      case ParsedJob.Valid valid -> {
        PhotoUploaded job = (PhotoUploaded) valid.job();
        JobHeaders given = valid.headers();
        // The same photo uploaded again is the same job, whenever that is.
        String id = JobId.of(job.withUploadedAt(Instant.EPOCH));
        JobHeaders headers = new JobHeaders(id, SOURCE, given.time(), given.traceparent());
        Optional<Problem> problem =
            JobsController.notTheirs(job, request)
                .or(() -> queue.put(List.of(OutgoingJob.of(job, headers))));
        yield problem.isPresent()
            ? problem.get().response(request)
            : new TakenJob(id, job.type().wireName(), job.photoId(), null, List.of()).response();
      }
    };
  }

  private static byte[] head(UploadedPhoto photo) throws IOException {
    try (InputStream in = Files.newInputStream(photo.file())) {
      return in.readNBytes(HEAD);
    }
  }
}

package polo.fleet.edge.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import polo.common.edge.json.Json;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;

/// Why a request was not done, as RFC 9457 has it: a status, a stable code for machines, a sentence
/// for people.
///
/// @param code a [ProblemCode] or a [ReasonCode]
/// @param retryAfterSeconds when to try again; 0 when that would not help
public record Problem(int status, String code, String detail, int retryAfterSeconds) {

  private static final int SOON = 5;

  public static Problem of(ProblemCode code, String detail) {
    int retryAfter = code.status() == 503 ? SOON : 0;
    return new Problem(code.status(), code.name(), detail, retryAfter);
  }

  /// Something is wrong with what was sent, or the world behind the door is tired.
  public static Problem of(Reason reason) {
    int status = statusOf(reason.code());
    int retryAfter = status == 503 ? SOON : 0;
    return new Problem(status, reason.code().name(), reason.message(), retryAfter);
  }

  public static Problem of(ReasonCode code, String detail) {
    return of(new Reason(code, detail));
  }

  /// The answer to `request` that tells it.
  public ResponseEntity<byte[]> response(HttpServletRequest request) {
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (retryAfterSeconds > 0) {
      response.header(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfterSeconds));
    }
    return response.body(body(request));
  }

  /// The same where there is no controller.
  void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
    byte[] body = body(request);
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(body.length);
    if (retryAfterSeconds > 0) {
      response.setIntHeader(HttpHeaders.RETRY_AFTER, retryAfterSeconds);
    }
    response.getOutputStream().write(body);
  }

  private byte[] body(HttpServletRequest request) {
    HttpStatus known = HttpStatus.resolve(status);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", known == null ? code : known.getReasonPhrase());
    body.put("status", status);
    body.put("code", code);
    body.put("detail", detail);
    body.put("traceId", Trace.of(request).id());
    return Json.bytes(body);
  }

  private static int statusOf(ReasonCode code) {
    return switch (code) {
      case BODY_TOO_LARGE, IMAGE_TOO_LARGE, DOCUMENT_TOO_LARGE -> 413;
      case BODY_EMPTY, BODY_NOT_JSON -> 400;
      case TYPE_MISSING,
          TYPE_UNKNOWN,
          TYPE_NOT_ON_THIS_TOPIC,
          FIELD_MISSING,
          FIELD_INVALID,
          FIX_INVALID,
          BLOB_MISSING,
          IMAGE_EMPTY,
          IMAGE_UNRECOGNISED,
          IMAGE_UNSUPPORTED,
          IMAGE_CORRUPT,
          IMAGE_TOO_COMPLEX ->
          422;
      case STORE_UNAVAILABLE, STORE_CONTENDED, BLOB_STORE_UNAVAILABLE, PROVIDER_UNAVAILABLE -> 503;
      case TIME_LIMIT, CRASH_LOOP, UNEXPECTED -> 500;
    };
  }
}

package polo.fleet.edge.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import polo.common.edge.blob.BlobStoreUnavailableException;
import polo.common.edge.store.StoreUnavailableException;
import polo.common.job.ReasonCode;

/// The one place where what went wrong while answering becomes a [Problem]: a tired world, a body
/// that was refused, a request Spring makes nothing of, a mistake of ours.
@RestControllerAdvice
@RestController
class ApiProblems implements ErrorController {

  private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

  @ExceptionHandler
  ResponseEntity<byte[]> any(Exception e, HttpServletRequest request) {
    return of(e).response(request);
  }

  /// What the servlet container itself refused.
  @RequestMapping("/error")
  ResponseEntity<byte[]> error(HttpServletRequest request) {
    Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Problem problem =
        failure instanceof Exception e && isLate(e)
            ? GuardedBody.tooSlow()
            : ofStatus(status instanceof Integer code ? code : 404, "this was not understood");
    return problem.response(request);
  }

  private static Problem of(Exception e) {
    return switch (e) {
      case BodyRefusedException body -> body.problem();
      case RequestRefusedException request -> request.problem();
      case StoreUnavailableException _ ->
          Problem.of(ReasonCode.STORE_UNAVAILABLE, "the database does not answer");
      case BlobStoreUnavailableException _ ->
          Problem.of(ReasonCode.BLOB_STORE_UNAVAILABLE, "the blob store does not answer");
      case TypeMismatchException odd ->
          ofStatus(400, "%s is no value for this".formatted(odd.getValue()));
      case ErrorResponse known ->
          ofStatus(known.getStatusCode().value(), detail(known.getBody().getDetail()));
      default -> isLate(e) ? GuardedBody.tooSlow() : unexpected(e);
    };
  }

  private static Problem unexpected(Exception e) {
    LOG.atError().setCause(e).log("a request could not be answered");
    return Problem.of(ReasonCode.UNEXPECTED, "this should not happen; the log has more of it");
  }

  private static Problem ofStatus(int status, String detail) {
    ProblemCode code =
        switch (status) {
          case 404 -> ProblemCode.NOT_FOUND;
          case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
          case 415 -> ProblemCode.CONTENT_TYPE_UNSUPPORTED;
          default -> ProblemCode.REQUEST_INVALID;
        };
    HttpStatus known = HttpStatus.resolve(status);
    return known != null && known.is5xxServerError()
        ? new Problem(status, ReasonCode.UNEXPECTED.name(), detail, 0)
        : new Problem(status, code.name(), detail, 0);
  }

  private static String detail(@Nullable String said) {
    return said == null ? "this was not understood" : said;
  }

  private static boolean isLate(Throwable e) {
    return e instanceof SocketTimeoutException || e.getCause() != null && isLate(e.getCause());
  }
}

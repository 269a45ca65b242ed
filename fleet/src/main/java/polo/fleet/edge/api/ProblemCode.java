package polo.fleet.edge.api;

/// Why a request was refused, where no [polo.common.job.ReasonCode] says it: codes of the door, not
/// of jobs. A closed set that only grows.
public enum ProblemCode {
  /// The request itself makes no sense: its path, its method's arguments.
  REQUEST_INVALID(400),
  TOKEN_MISSING(401),
  TOKEN_UNKNOWN(401),
  /// The token is known, and may not do this.
  NOT_ALLOWED(403),
  /// A page of another site sent it through somebody's browser.
  CROSS_SITE(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  /// The body did not come in time.
  BODY_TOO_SLOW(408),
  /// What it wants to change is not as it was when it was read.
  CONFLICT(409),
  /// What it wants to change has another ETag now.
  CHANGED_MEANWHILE(412),
  CONTENT_TYPE_UNSUPPORTED(415),
  /// Not one of our names: whoever asked wants somebody else.
  HOST_UNKNOWN(421),
  TOO_MANY_REQUESTS(429),
  /// The queue does not answer: nothing was taken, try again.
  BROKER_UNAVAILABLE(503);

  private final int status;

  ProblemCode(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }
}

package polo.fleet.edge.api;

/// What was asked makes no sense: thrown where there is no answer to give it with.
final class RequestRefusedException extends RuntimeException {

  private final transient Problem problem;

  RequestRefusedException(ProblemCode code, String detail) {
    super(detail);
    this.problem = Problem.of(code, detail);
  }

  Problem problem() {
    return problem;
  }
}

package polo.fleet.edge.api;

import java.io.IOException;

/// A body is too large or too slow: thrown to whoever reads it, so that nobody reads on.
public final class BodyRefusedException extends IOException {

  private final transient Problem problem;

  BodyRefusedException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}

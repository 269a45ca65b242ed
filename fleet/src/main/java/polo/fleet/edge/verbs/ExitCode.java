package polo.fleet.edge.verbs;

/// What the process answers to the shell.
public final class ExitCode {

  public static final int OK = 0;

  /// Some of the work failed; the rest is done.
  public static final int SOME_FAILED = 1;

  /// The command was not understood.
  public static final int USAGE = 2;

  /// The fleet, its store or its broker did not answer.
  public static final int UNREACHABLE = 3;

  private ExitCode() {}
}

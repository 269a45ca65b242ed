package polo.fleet.edge.verbs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.beans.BeansException;
import org.springframework.core.NestedExceptionUtils;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import polo.common.edge.blob.BlobStoreUnavailableException;
import polo.common.edge.store.StoreUnavailableException;
import polo.fleet.edge.client.ApiRefusedException;
import polo.fleet.edge.embedded.BadSettingsException;
import polo.fleet.edge.embedded.FleetNotRunningException;
import polo.fleet.edge.embedded.FleetStartException;

/// The one place where what went wrong becomes an exit code and a sentence. A stack trace only
/// follows when it is asked for (`--verbose`).
public final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private final Stdio stdio;

  public Failures(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine verb, ParseResult arguments) {
    Failure failure = of(e);
    if (!failure.sentence().isEmpty()) {
      stdio.say("polo: " + failure.sentence());
    }
    if (isVerbose(arguments)) {
      e.printStackTrace(stdio.err());
    }
    return failure.code();
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    stdio.say("polo: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, stdio.err());
    stdio.say("Try '%s --help'.".formatted(e.getCommandLine().getCommandSpec().qualifiedName()));
    return ExitCode.USAGE;
  }

  private record Failure(int code, String sentence) {}

  private static Failure of(Throwable e) {
    return switch (e) {
      case StoreUnavailableException store -> unreachable(store);
      case BlobStoreUnavailableException blobs -> unreachable(blobs);
      case RetriableException broker -> unreachable(broker);
      case AuthenticationException stranger -> notLetIn(stranger);
      case AuthorizationException forbidden -> notLetIn(forbidden);
      case FleetNotRunningException nobody ->
          new Failure(ExitCode.UNREACHABLE, String.valueOf(nobody.getMessage()));
      case FleetStartException cannot ->
          new Failure(ExitCode.SOME_FAILED, String.valueOf(cannot.getMessage()));
      case BadSettingsException settings ->
          new Failure(ExitCode.USAGE, String.valueOf(settings.getMessage()));
      case ApiRefusedException api when api.isUnavailable() -> unreachable(api);
      case ApiRefusedException api ->
          new Failure(ExitCode.SOME_FAILED, String.valueOf(api.getMessage()));
      case ConnectException refused -> unreachable(refused);
      case UnknownHostException unknown -> unreachable(unknown);
      // Whoever read the results has seen enough, as `head` does: no reason to complain.
      case IOException io when isBrokenPipe(io) -> new Failure(ExitCode.SOME_FAILED, "");
      case FileSystemException file -> new Failure(ExitCode.SOME_FAILED, sentence(file));
      case IOException io -> new Failure(ExitCode.SOME_FAILED, String.valueOf(io.getMessage()));
      case UncheckedIOException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
      // What stops an application from starting lies below what Spring says of it.
      case BeansException start when NestedExceptionUtils.getRootCause(start) != null ->
          of(NestedExceptionUtils.getMostSpecificCause(start));
      default -> unexpected(e);
    };
  }

  private static Failure notLetIn(Throwable e) {
    return new Failure(ExitCode.UNREACHABLE, "the broker does not let Polo in: " + e.getMessage());
  }

  private static Failure unreachable(Throwable e) {
    return new Failure(ExitCode.UNREACHABLE, "cannot reach the fleet: " + e.getMessage());
  }

  private static Failure unexpected(Throwable e) {
    return new Failure(
        ExitCode.SOME_FAILED,
        "this should not happen: %s (run it again with --verbose and report it)".formatted(e));
  }

  private static String sentence(FileSystemException e) {
    String why =
        switch (e) {
          case NoSuchFileException missing -> "no such file";
          case AccessDeniedException denied -> "not allowed";
          case FileAlreadyExistsException exists -> "is there already";
          default -> String.valueOf(e.getReason());
        };
    return "%s: %s".formatted(e.getFile(), why);
  }

  private static boolean isBrokenPipe(IOException e) {
    return "Broken pipe".equals(e.getMessage());
  }

  private static boolean isVerbose(ParseResult arguments) {
    return arguments.hasMatchedOption("--verbose")
        || arguments.hasSubcommand() && isVerbose(arguments.subcommand());
  }
}

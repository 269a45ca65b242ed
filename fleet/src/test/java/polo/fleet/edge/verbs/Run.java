package polo.fleet.edge.verbs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import polo.fleet.Polo;

/// What a command did: its exit code and what it wrote.
record Run(int exitCode, String out, String err) {

  /// Runs `polo` with these arguments.
  static Run polo(String... arguments) {
    return withInput("", arguments);
  }

  /// Runs `polo` with this on its standard input.
  static Run withInput(String input, String... arguments) {
    return of(input, Polo::commandLine, arguments);
  }

  /// Runs a command built over the streams of the run.
  static Run of(String input, Function<Stdio, CommandLine> command, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Stdio stdio =
        new Stdio(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int exitCode = command.apply(stdio).execute(arguments);
    return new Run(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  List<String> lines() {
    return out.lines().toList();
  }
}

package polo.fleet.edge.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import polo.common.edge.store.StoreUnavailableException;

class PoloTest {

  @Test
  void the_version_is_told_on_standard_output() {
    Run run = Run.polo("--version");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).startsWith("polo ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"derive", "geocode", "photo", "worker", "console", "completion"})
  void every_verb_has_help_with_an_example(String verb) {
    Run run = Run.polo(verb, "--help");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("Usage: polo " + verb).contains("Example");
  }

  @Test
  void no_verb_is_a_mistake() {
    Run run = Run.polo();

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).isEqualTo("polo: say what to do\nTry 'polo --help'.\n");
  }

  @Test
  void an_unknown_verb_is_a_mistake_with_a_suggestion() {
    Run run = Run.polo("derivve");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("derive");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void a_missing_argument_is_a_mistake() {
    Run run = Run.polo("derive");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("FILE").contains("Try 'polo derive --help'.");
  }

  @Test
  void completion_is_a_script_that_knows_the_verbs() {
    Run run = Run.polo("completion");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).startsWith("#!/usr/bin/env bash").contains("derive");
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            new StoreUnavailableException("no store", null),
            ExitCode.UNREACHABLE,
            "polo: cannot reach the fleet: no store\n"),
        Arguments.of(
            new ConnectException("refused"),
            ExitCode.UNREACHABLE,
            "polo: cannot reach the fleet: refused\n"),
        Arguments.of(
            new UncheckedIOException(new AccessDeniedException("/root")),
            ExitCode.SOME_FAILED,
            "polo: /root: not allowed\n"),
        Arguments.of(new IOException("disk full"), ExitCode.SOME_FAILED, "polo: disk full\n"),
        Arguments.of(new IOException("Broken pipe"), ExitCode.SOME_FAILED, ""),
        Arguments.of(
            new IllegalStateException("oops"),
            ExitCode.SOME_FAILED,
            "polo: this should not happen: java.lang.IllegalStateException: oops"
                + " (run it again with --verbose and report it)\n"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void a_failure_is_a_code_and_a_sentence(Exception failure, int code, String sentence) {
    Run run = Run.of("", stdio -> failing(failure, stdio));

    assertThat(run.exitCode()).isEqualTo(code);
    assertThat(run.err()).isEqualTo(sentence);
  }

  @Test
  void the_stack_trace_is_there_for_who_asks() {
    Run run = Run.of("", stdio -> failing(new IOException("disk full"), stdio), "--verbose");

    assertThat(run.err()).contains("polo: disk full").contains("\tat ");
  }

  private static CommandLine failing(Exception failure, Stdio stdio) {
    CommandLine command = new CommandLine(new Failing(failure));
    command.getCommandSpec().addOption(OptionSpec.builder("--verbose").build());
    return command.setExecutionExceptionHandler(new Failures(stdio));
  }

  @Command(name = "fail")
  private record Failing(Exception failure) implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
      throw failure;
    }
  }
}

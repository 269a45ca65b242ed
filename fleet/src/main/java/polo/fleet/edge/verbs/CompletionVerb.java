package polo.fleet.edge.verbs;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `polo completion`: lets the shell complete verbs and options.
@Command(
    name = "completion",
    description = "Print a completion script for bash and zsh.",
    footer = {"%nExample:", "  source <(polo completion)"})
public final class CompletionVerb implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  private final Stdio stdio;

  public CompletionVerb(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException {
    CommandSpec root = Objects.requireNonNull(spec).root();
    stdio.line(AutoComplete.bash(root.name(), root.commandLine()));
    stdio.out().flush();
    return ExitCode.OK;
  }
}

package polo.fleet.edge.verbs;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import polo.common.edge.json.Json;
import polo.fleet.edge.config.EffectiveSetting;
import polo.fleet.edge.config.SettingsCatalog;
import polo.fleet.edge.config.UnknownVariable;

/// `polo config`: what is set.
@Command(
    name = "config",
    description = {
      "Tell all settings of the workers, what holds, and where it is from. Secrets are masked.",
      "",
      "Variables that look like settings and are none are told too, with what may be meant."
    },
    footer = {
      "%nExamples:",
      "  polo config",
      "  POLO_KAFKA_BOOTSTRAP=kafka:9092 polo config --json",
      "%nExit code 1 when a variable is no setting."
    })
public final class ConfigVerb implements Callable<Integer> {

  @Option(names = "--json", description = "Print a JSON object a setting.")
  private boolean json;

  private final Stdio stdio;
  private final Map<String, String> environment;

  /// @param environment the variables to look at
  public ConfigVerb(Stdio stdio, Map<String, String> environment) {
    this.stdio = stdio;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Integer call() throws IOException {
    List<EffectiveSetting> settings = EffectiveSetting.all(environment);
    stdio.print(json ? settings.stream().map(Json::line).toList() : table(settings));
    List<UnknownVariable> unknown =
        UnknownVariable.among(environment.keySet(), SettingsCatalog.all());
    unknown.forEach(variable -> stdio.say("polo: " + variable.sentence()));
    return unknown.isEmpty() ? ExitCode.OK : ExitCode.SOME_FAILED;
  }

  private static List<String> table(List<EffectiveSetting> settings) {
    Columns table = new Columns("SETTING", "VALUE", "FROM");
    settings.forEach(setting ->
        table.row(
            setting.name(), Objects.requireNonNullElse(setting.value(), "-"), setting.origin()));
    return table.lines();
  }
}

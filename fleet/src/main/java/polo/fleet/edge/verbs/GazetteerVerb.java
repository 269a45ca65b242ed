package polo.fleet.edge.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import polo.common.edge.json.Json;
import polo.geo.edge.gazetteer.GazetteerBuild;
import polo.geo.edge.gazetteer.GazetteerCheck;
import polo.geo.edge.gazetteer.GazetteerImport;
import polo.geo.edge.gazetteer.ImportReport;

/// `polo gazetteer`: makes and checks the file that names of places come from.
@Command(
    name = "gazetteer",
    description = "Make and check the file that names of places come from.",
    footer = {
      "%nExamples:",
      "  polo gazetteer build SOURCE places.atlas --edition 2026b",
      "  polo gazetteer import places.atlas --edition mine --geonames DIR --languages en,fr",
      "  polo gazetteer import places.atlas --edition mine --boundaries nl.gpkg --level region"
          + " --code iso --name name --places own.csv",
      "  polo gazetteer check places.atlas",
      "%nA worker answers from such a file when polo.geo.gazetteer.file names it (docs/geocoding.md)."
    })
public final class GazetteerVerb implements Runnable {

  private final Stdio stdio;

  @Spec private CommandSpec spec = CommandSpec.create();

  public GazetteerVerb(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: build, import or check");
  }

  /// The same source gives the same bytes.
  @Command(
      name = "build",
      description = {
        "Make a gazetteer from its source material; the same source gives the same bytes.",
        "",
        "docs/geocoding.md names the files of the source. FILE appears at once and whole: a worker"
            + " that answers from it goes over to the new one by itself."
      })
  int build(
      @Parameters(paramLabel = "SOURCE", description = "Folder of the source material.")
          Path source,
      @Parameters(paramLabel = "FILE", description = "Where to put the gazetteer.") Path file,
      @Option(
              names = "--edition",
              paramLabel = "NAME",
              required = true,
              description = "Names the source; the version is it and eight digits of the contents.")
          String edition,
      @Option(
              names = "--resources",
              description = "FILE is a folder for the compact files that Polo's jar holds.")
          boolean resources)
      throws IOException {
    stdio.line(
        resources
            ? GazetteerBuild.writeResources(source, file, edition).stripTrailing()
            : "version " + GazetteerBuild.writeAtlas(source, file, edition));
    stdio.out().flush();
    return ExitCode.OK;
  }

  /// The same files give the same bytes.
  @Command(
      name = "import",
      description = {
        "Make a gazetteer of the shipped one and of better data; the same files give the same bytes.",
        "",
        "Says what was taken, what was left out and why, and how well the world is covered"
            + " (docs/geocoding.md)."
      })
  int importData(
      @Parameters(paramLabel = "FILE", description = "Where to put the gazetteer.") Path file,
      @Mixin ImportOptions options)
      throws IOException {
    ImportReport report = GazetteerImport.into(file, options.order());
    stdio.print(options.json ? List.of(Json.line(report)) : report.lines());
    return ExitCode.OK;
  }

  /// Says what is in the file and what is missing.
  @Command(
      name = "check",
      description = {
        "Say what a gazetteer holds: provenance, counts, gaps and overlaps.",
        "",
        "Exit code 1 when it is damaged or leaves parts of the world out."
      })
  int check(@Parameters(paramLabel = "FILE", description = "The gazetteer.") Path file)
      throws IOException {
    try {
      return report(GazetteerCheck.of(file));
    } catch (IllegalArgumentException e) {
      stdio.say("polo: %s: %s".formatted(file, e.getMessage()));
      return ExitCode.SOME_FAILED;
    }
  }

  private int report(GazetteerCheck check) throws IOException {
    stdio.line(check.about().strip());
    stdio.line("");
    stdio.line("checksum   " + (check.isWhole() ? "right" : "WRONG: the file is damaged"));
    stdio.line("zones      " + check.zones());
    stdio.line("regions    " + check.regions());
    stdio.line(
        "places     %d in %d countries".formatted(check.places(), check.countriesWithPlaces()));
    stdio.line("gaps       %d of %d positions".formatted(check.gaps(), check.samples()));
    for (Map.Entry<String, Integer> overlap :
        check.overlaps().entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .toList()) {
      stdio.line("overlap    %s: %d positions".formatted(overlap.getKey(), overlap.getValue()));
    }
    stdio.out().flush();
    return check.isWhole() && check.gaps() == 0 ? ExitCode.OK : ExitCode.SOME_FAILED;
  }
}

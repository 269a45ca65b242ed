package polo.fleet.edge.verbs;

import static polo.geo.timeline.Explanations.NONE;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import polo.common.document.TripEntry;
import polo.common.earth.Fix;
import polo.fleet.edge.files.FixFile;
import polo.fleet.edge.files.FixFormat;
import polo.fleet.edge.files.FixSink;
import polo.fleet.edge.files.Flaw;
import polo.fleet.edge.files.FlawTally;
import polo.fleet.edge.files.RecordedFixes;
import polo.fleet.edge.progress.Progress;
import polo.geo.edge.files.DerivedDocuments;
import polo.geo.edge.files.DerivedLines;
import polo.geo.pin.Pins;
import polo.geo.timeline.Explainer;
import polo.geo.timeline.Explanations;
import polo.geo.timeline.Legacy;
import polo.geo.timeline.Settlement;
import polo.geo.timeline.SettlementExplainer;
import polo.geo.timeline.Settler;
import polo.geo.timeline.Timeline;
import polo.geo.timeline.TimelineDeriver;
import polo.geo.track.Track;

/// `polo derive`: the timeline of recorded positions, without a fleet.
@Command(
    name = "derive",
    description = {
      "Derive stays, trips, places and gaps from recorded positions, as a fleet would.",
      "",
      "Reads CSV (user,ts,lat,lon,alt,acc,speed), GPX, GeoJSON, Google Records.json or OwnTracks"
          + " .rec, plain or gzip, and writes one JSON object a line, users in order. Rows that are"
          + " no position are named and left out."
    },
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  polo derive fixes.csv.gz > timeline.ndjson",
      "  polo derive --explain fixes.csv.gz | grep '\"type\":\"gap\"'",
      "  polo derive --pins pins.json fixes.csv.gz | grep '\"type\":\"place\"'",
      "  polo derive ride.gpx --user ada | grep '\"type\":\"trip\"'",
      "%nExit code 1 when a file could not be read to its end."
    })
public final class DeriveVerb implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of positions.")
  private List<Path> files = List.of();

  @Option(
      names = "--user",
      paramLabel = "U",
      defaultValue = "me",
      description =
          "Whose positions they are, where the file does not say. Default: ${DEFAULT-VALUE}.")
  private String user = "me";

  @Option(
      names = "--format",
      description = "Format of the files, instead of looking: ${COMPLETION-CANDIDATES}.")
  private @Nullable FixFormat format;

  @Option(
      names = "--explain",
      description = "Say of each item, leg and wait why it is so: rule and evidence.")
  private boolean explain;

  @Option(
      names = "--pins",
      paramLabel = "FILE",
      description = {
        "What the user did to places, stays, trips and journeys, as in pins.json of the contract:"
            + " {\"pins\": [...]}. Of the user there is, or of --user when there are several."
      })
  private @Nullable Path pins;

  private final Stdio stdio;
  private final TimelineDeriver deriver;
  private final Supplier<Settler> settler;

  /// @param settler asked when it is needed: its geocoder takes a while to load
  public DeriveVerb(Stdio stdio, TimelineDeriver deriver, Supplier<Settler> settler) {
    this.stdio = stdio;
    this.deriver = deriver;
    this.settler = settler;
  }

  @Override
  public Integer call() throws IOException {
    Pins wishes = pins == null ? Pins.NONE : PinFile.read(pins, stdio::say);
    FlawTally flaws = new FlawTally();
    RecordedFixes fixes = read(flaws);
    write(fixes, wishes);
    flaws.lines().forEach(stdio::say);
    return flaws.filesLost() == 0 ? ExitCode.OK : ExitCode.SOME_FAILED;
  }

  private RecordedFixes read(FlawTally flaws) throws IOException {
    RecordedFixes fixes = new RecordedFixes(user);
    try (Progress progress =
        Progress.throughBytes("read", FileSizes.total(files), stdio.err())
            .telling(() -> "%,d fixes".formatted(fixes.size()))) {
      for (Path file : files) {
        new FixFile(file, format).read(intake(file, fixes, flaws), progress::advance);
      }
    }
    return fixes;
  }

  private static FixSink intake(Path file, RecordedFixes fixes, FlawTally flaws) {
    return new FixSink() {
      @Override
      public void fix(@Nullable String user, @Nullable String device, Fix fix) {
        fixes.add(user, device, fix);
      }

      @Override
      public void flaw(Flaw flaw) {
        flaws.add(file, flaw);
      }
    };
  }

  private void write(RecordedFixes fixes, Pins wishes) throws IOException {
    Writer out = new OutputStreamWriter(stdio.out(), StandardCharsets.UTF_8);
    DerivedLines lines = new DerivedLines(out);
    for (String name : fixes.users()) {
      boolean isOwner = fixes.users().size() == 1 || name.equals(user);
      write(Track.of(name, fixes.of(name)), isOwner ? wishes : Pins.NONE, lines);
    }
    out.flush();
  }

  private void write(Track track, Pins wishes, DerivedLines lines) throws IOException {
    Timeline timeline = deriver.derive(track);
    Settler settles = settler.get();
    Settlement settlement =
        settles.settle(
            track.userId(),
            timeline.stays(),
            timeline.trips().stream().map(TripEntry::of).toList(),
            wishes,
            Legacy.NONE);
    DerivedDocuments documents =
        new DerivedDocuments(
            track.userId(),
            settlement.stays(),
            settlement.settled(timeline.trips()),
            timeline.gaps(),
            settlement.places(),
            settlement.journeys(),
            settlement.pinned());
    SettlementExplainer settled = new SettlementExplainer(settles);
    lines.write(
        documents,
        explain
            ? new Explanations(
                new Explainer(deriver.settings()).explain(track),
                settled.places(settlement, wishes),
                settled.journeys(settlement))
            : NONE);
  }
}

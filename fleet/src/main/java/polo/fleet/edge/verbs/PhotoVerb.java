package polo.fleet.edge.verbs;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import polo.common.earth.Coordinate;
import polo.common.edge.json.Json;
import polo.fleet.edge.progress.Progress;
import polo.images.edge.files.GeotagReport;
import polo.images.edge.files.PhotoFiles;
import polo.images.edge.files.PhotoReport;

/// `polo photo`: facts and renditions of photos, without a fleet.
@Command(
    name = "photo",
    description = {
      "Tell what photos are and make their renditions, as a fleet would.",
      "",
      "Writes one JSON object for each file, in the order of the files: outcome (done, partial or"
          + " reject, then with a reason), format, size, when and where it was taken, camera,"
          + " renditions."
    },
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  polo photo holiday/*.jpg",
      "  polo photo IMG_0001.jpg --out renditions",
      "  polo photo scan.jpg --geotag 38.7223,-9.1393 --out tagged",
      "%nExit code 1 when a photo was rejected or could not be read."
    })
public final class PhotoVerb implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Photos.")
  private List<Path> files = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the renditions, made if need be. Without it none are written.")
  private @Nullable Path out;

  @Option(
      names = "--geotag",
      paramLabel = "LAT,LON",
      converter = PositionConverter.class,
      description = {
        "Instead: write to the folder copies that tell they were taken here, losing nothing,",
        "and XMP sidecars. Photos with a position of their own are left alone."
      })
  private @Nullable Coordinate geotag;

  private final Stdio stdio;
  private final PhotoFiles photos;

  public PhotoVerb(Stdio stdio, PhotoFiles photos) {
    this.stdio = stdio;
    this.photos = photos;
  }

  /// What became of one file.
  private sealed interface Answer {
    record Told(Path file, PhotoReport report) implements Answer {}

    record Tagged(Path file, GeotagReport report) implements Answer {}

    record Unread(Path file, String why) implements Answer {}
  }

  @Override
  public Integer call() throws IOException {
    if (geotag != null && out == null) {
      stdio.say("--geotag needs a folder: --out DIR");
      return ExitCode.USAGE;
    }
    int failed = 0;
    try (Progress progress = Progress.throughBytes("photo", FileSizes.total(files), stdio.err())) {
      for (Iterator<Answer> answers = answers(); answers.hasNext(); ) {
        failed += tell(answers.next(), progress) ? 0 : 1;
      }
    }
    stdio.out().flush();
    return failed == 0 ? ExitCode.OK : ExitCode.SOME_FAILED;
  }

  /// As many photos at once as there are cores, answers in the order of the files.
  private Iterator<Answer> answers() {
    int atOnce = Runtime.getRuntime().availableProcessors();
    return files.stream().gather(Gatherers.mapConcurrent(atOnce, this::answer)).iterator();
  }

  private Answer answer(Path file) {
    try {
      return geotag != null && out != null
          ? new Answer.Tagged(file, photos.geotag(file, geotag, out))
          : new Answer.Told(file, photos.report(file, out));
    } catch (NoSuchFileException e) {
      return new Answer.Unread(file, "no such file");
    } catch (IOException e) {
      return new Answer.Unread(file, String.valueOf(e.getMessage()));
    }
  }

  /// True when the photo has its renditions, or some of them, or what tells its place.
  private boolean tell(Answer answer, Progress progress) throws IOException {
    return switch (answer) {
      case Answer.Told(var file, var report) -> {
        stdio.line(Json.line(report));
        progress.advance(FileSizes.of(file));
        yield !report.outcome().equals("reject");
      }
      case Answer.Tagged(var file, var report) -> {
        stdio.line(Json.line(report));
        progress.advance(FileSizes.of(file));
        yield report.sidecar() != null;
      }
      case Answer.Unread(var file, var why) -> {
        stdio.say("%s: %s".formatted(file, why));
        yield false;
      }
    };
  }
}

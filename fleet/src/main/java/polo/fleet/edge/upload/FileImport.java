package polo.fleet.edge.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Fix;
import polo.fleet.edge.files.FixFile;
import polo.fleet.edge.files.FixSink;
import polo.fleet.edge.files.Flaw;
import polo.fleet.edge.files.FlawKind;
import polo.fleet.edge.files.FlawTally;
import polo.fleet.edge.files.RecordedFixes;
import polo.fleet.edge.progress.Progress;
import polo.images.photo.PhotoBudget;

/// Reads files and asks a fleet to work on them: positions become jobs of at most 2,000 fixes,
/// photos an original in the blob store and a job each. Streams; nothing in a file is fatal. When
/// [#run] returns, everything it counts is safe in the queue.
///
/// One import is one object: it counts.
public final class FileImport {

  private static final long LARGEST_PHOTO = PhotoBudget.defaults().maxBytes();

  private final ImportSettings settings;
  private final JobSink jobs;
  private final PointsBatches batches;
  private final PhotoUpload photoUpload;
  private final FlawTally flaws = new FlawTally();
  private final Set<String> users = new HashSet<>();
  private long photos;

  public FileImport(ImportSettings settings, Uplink uplink, Clock clock) {
    this.settings = settings;
    this.jobs = uplink.jobs();
    this.batches = new PointsBatches(jobs);
    this.photoUpload = new PhotoUpload(uplink, clock, settings.zone());
  }

  /// Brings in all of `files`, in their order.
  public ImportReport run(List<Path> files, Progress progress) {
    progress.telling(() -> "%,d fixes, %,d photos".formatted(batches.fixes(), photos));
    for (Path file : files) {
      bringIn(file, progress);
    }
    batches.flush();
    jobs.flush();
    return new ImportReport(
        batches.fixes(), batches.jobs(), photos, users.size(), flaws, progress.elapsed());
  }

  private void bringIn(Path file, Progress progress) {
    try {
      switch (kind(file)) {
        case FIXES ->
            new FixFile(file, settings.format()).read(new Intake(file), progress::advance);
        case PHOTO -> photo(file, progress);
      }
    } catch (NoSuchFileException e) {
      unreadable(file, "no such file");
    } catch (IOException e) {
      unreadable(file, String.valueOf(e.getMessage()));
    }
  }

  private UploadKind kind(Path file) throws IOException {
    return settings.format() == null ? UploadKind.of(file) : UploadKind.FIXES;
  }

  private void photo(Path file, Progress progress) throws IOException {
    if (settings.user() == null) {
      unreadable(file, "say whose photo it is");
      return;
    }
    if (Files.size(file) > LARGEST_PHOTO) {
      unreadable(file, "larger than a photo may be (%,d bytes)".formatted(LARGEST_PHOTO));
      return;
    }
    photoUpload.upload(settings.user(), file);
    users.add(settings.user());
    photos++;
    progress.advance(Files.size(file));
  }

  private void unreadable(Path file, String why) {
    flaws.add(file, new Flaw("line 1", FlawKind.UNREADABLE, why));
  }

  /// Takes what one file holds.
  private final class Intake implements FixSink {

    private final Path file;
    private long rows;

    Intake(Path file) {
      this.file = file;
    }

    @Override
    public void fix(@Nullable String user, @Nullable String device, Fix fix) {
      rows++;
      String owner = user == null ? settings.user() : user;
      if (owner == null) {
        flaw(new Flaw("row " + rows, FlawKind.NO_USER, "say whose fixes they are"));
        return;
      }
      users.add(owner);
      batches.add(owner, Objects.requireNonNullElse(device, RecordedFixes.DEVICE), fix);
    }

    @Override
    public void flaw(Flaw flaw) {
      flaws.add(file, flaw);
    }
  }
}

package polo.geo.edge.gazetteer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import polo.common.document.Address;
import polo.common.earth.Coordinate;
import polo.geo.geocode.Answer;
import polo.geo.geocode.ReverseGeocoder;

/// Answers from a file that may be replaced while it answers: put a newer one in its place by an
/// atomic rename, and from some moment on answers come from that. Nobody waits: the new file is
/// mapped and checked aside, then takes over between two questions. A file that is damaged or no
/// gazetteer is left alone, and the old one goes on answering.
public final class LiveGazetteer implements ReverseGeocoder, AutoCloseable {

  private static final System.Logger LOG = System.getLogger(LiveGazetteer.class.getName());

  private final Path file;
  private final List<String> preferredClaims;
  private volatile EmbeddedGazetteer current;
  private Stamp seen;
  private @Nullable Thread watch;

  /// What tells a file from another at the same path.
  private record Stamp(@Nullable Object key, long modified, long size) {

    static Stamp of(Path file) throws IOException {
      BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(facts.fileKey(), facts.lastModifiedTime().toMillis(), facts.size());
    }
  }

  private LiveGazetteer(Path file, List<String> preferredClaims) throws IOException {
    this.file = file;
    this.preferredClaims = List.copyOf(preferredClaims);
    seen = Stamp.of(file);
    current = whole();
  }

  /// Answers from `file`, and looks every `period` whether it was replaced.
  ///
  /// @param preferredClaims as with [EmbeddedGazetteer#preferring]
  /// @throws IllegalArgumentException when the file is damaged or no gazetteer
  public static LiveGazetteer watching(Path file, Duration period, List<String> preferredClaims)
      throws IOException {
    LiveGazetteer gazetteer = new LiveGazetteer(file, preferredClaims);
    gazetteer.watch = Thread.ofVirtual().name("gazetteer").start(() -> gazetteer.watch(period));
    return gazetteer;
  }

  private void watch(Duration period) {
    try {
      while (true) {
        Thread.sleep(period);
        look();
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  private void look() {
    try {
      Stamp now = Stamp.of(file);
      if (!now.equals(seen)) {
        seen = now;
        current = whole();
        LOG.log(System.Logger.Level.INFO, "answers come from gazetteer {0}", version());
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "gazetteer {0} goes on, since {1} is of no use: {2}",
          version(),
          file,
          e.getMessage());
    }
  }

  private EmbeddedGazetteer whole() throws IOException {
    Atlas atlas = Atlas.map(file);
    if (!atlas.isWhole()) {
      throw new IllegalArgumentException("the gazetteer is damaged: " + file);
    }
    return new EmbeddedGazetteer(atlas, preferredClaims);
  }

  /// Version of the data that answers now.
  public String version() {
    return current.version();
  }

  @Override
  public Address addressOf(Coordinate position) {
    return current.addressOf(position);
  }

  @Override
  public Answer answerAt(Coordinate position, double accuracyMeters) {
    return current.answerAt(position, accuracyMeters);
  }

  @Override
  public void close() {
    if (watch != null) {
      watch.interrupt();
    }
  }
}

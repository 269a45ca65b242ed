package polo.fleet.edge.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Fix;

/// A file of recorded positions, plain or gzip (by content, not by name).
///
/// @param format absent when the content shall tell
public record FixFile(Path path, @Nullable FixFormat format) {

  /// Enough to tell a format: GPX files have long openings.
  private static final int HEAD = 1 << 14;

  private static final int BUFFER = 1 << 16;

  /// The first bytes of a file's content, unzipped: enough for [FixFormat#byContent].
  public static byte[] head(Path path) throws IOException {
    try (InputStream content = unzipped(Files.newInputStream(path))) {
      return head(content);
    }
  }

  /// Reads all of it into `sink`. Nothing in a file is fatal: what cannot be read ends as a flaw
  /// whose kind says that the file ended there.
  ///
  /// @param consumed told how many more bytes of the file (as it lies on the disk) were read
  public void read(FixSink sink, LongConsumer consumed) {
    Seen seen = new Seen(sink);
    try (InputStream file = new CountedInputStream(Files.newInputStream(path), consumed);
        InputStream content = unzipped(file)) {
      read(content, seen);
    } catch (BrokenFileException e) {
      sink.flaw(new Flaw(e.where(), seen.end(), String.valueOf(e.getMessage())));
    } catch (IOException e) {
      sink.flaw(new Flaw("after row " + seen.rows, seen.end(), words(e)));
    }
  }

  private void read(InputStream content, FixSink sink) throws IOException {
    byte[] head = head(content);
    FixFormat found = format != null ? format : detected(head);
    found.reader().read(new SequenceInputStream(new ByteArrayInputStream(head), content), sink);
  }

  private FixFormat detected(byte[] head) throws BrokenFileException {
    return FixFormat.detect(head, path.getFileName().toString())
        .orElseThrow(() ->
            new BrokenFileException(
                "line 1",
                head.length == 0
                    ? "the file is empty"
                    : "neither CSV, GPX, GeoJSON, Google Records nor OwnTracks"));
  }

  private static InputStream unzipped(InputStream file) throws IOException {
    byte[] magic = file.readNBytes(2);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(magic), file);
    boolean gzip = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
    return gzip ? new GZIPInputStream(whole, BUFFER) : whole;
  }

  /// The first bytes. When a zipped file is cut short within them, the reader shall still get what
  /// is there, and meet the end itself.
  private static byte[] head(InputStream content) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    byte[] chunk = new byte[HEAD];
    try {
      for (int n; head.size() < HEAD && (n = content.read(chunk)) >= 0; ) {
        head.write(chunk, 0, n);
      }
    } catch (EOFException e) {
      return head.toByteArray();
    }
    return head.toByteArray();
  }

  private static String words(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> "no such file";
      case EOFException cut -> "the compressed data is cut short";
      case ZipException damaged -> "the compressed data is damaged";
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }

  /// Counts what went by, to tell a file that broke off from one that could not be read at all.
  private static final class Seen implements FixSink {

    private final FixSink sink;
    private long rows;

    Seen(FixSink sink) {
      this.sink = sink;
    }

    @Override
    public void fix(@Nullable String user, @Nullable String device, Fix fix) {
      rows++;
      sink.fix(user, device, fix);
    }

    @Override
    public void flaw(Flaw flaw) {
      rows++;
      sink.flaw(flaw);
    }

    FlawKind end() {
      return rows == 0 ? FlawKind.UNREADABLE : FlawKind.BREAKS_OFF;
    }
  }
}

package polo.fleet.edge.verbs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How much there is to read, for progress.
final class FileSizes {

  private FileSizes() {}

  /// Bytes of all files together; one that is not there counts nothing, whoever reads it says so.
  static long total(List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += of(file);
    }
    return bytes;
  }

  static long of(Path file) throws IOException {
    return Files.isRegularFile(file) ? Files.size(file) : 0;
  }
}

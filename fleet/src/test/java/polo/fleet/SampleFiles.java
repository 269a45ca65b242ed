package polo.fleet;

import java.io.IOException;
import java.nio.file.Path;
import polo.testkit.history.SyntheticHistory;

/// Files made for a test.
final class SampleFiles {

  private SampleFiles() {}

  /// Recorded positions of so many users, so many thousand each.
  static Path history(Path folder, int users, int thousands) throws IOException {
    Path file = folder.resolve("history.csv.gz");
    SyntheticHistory.ofFixes(users, thousands * 1000L).writeCsv(file);
    return file;
  }
}

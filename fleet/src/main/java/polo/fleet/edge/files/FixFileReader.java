package polo.fleet.edge.files;

import java.io.IOException;
import java.io.InputStream;

/// Reads one format from beginning to end, in memory that does not grow with the file.
interface FixFileReader {

  /// Hands every position and every flawed row to `sink`.
  ///
  /// @param in the content, already unzipped
  /// @throws BrokenFileException when the content makes no sense from some point on
  /// @throws IOException when the bytes cannot be had
  void read(InputStream in, FixSink sink) throws IOException;
}

package polo.common.edge.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file with nothing but a secret.
public final class SecretFile {

  private SecretFile() {}

  /// The secret, without the blanks and line ends around it.
  ///
  /// @throws UncheckedIOException when it cannot be read
  public static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the secret file " + file, e);
    }
  }
}

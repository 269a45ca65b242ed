package polo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Compares text with a file under the module's `src/test/golden` that a person can read in a diff.
/// `mvn test -Dgolden.update=true` accepts what is there now; the changed file belongs to the
/// commit.
public final class Golden {

  private static final Path FOLDER = Path.of("src/test/golden");

  private Golden() {}

  /// Compares the items, one a line.
  public static void matches(String fileName, Iterable<?> items) {
    String text =
        StreamSupport.stream(items.spliterator(), false)
            .map(item -> item + "\n")
            .collect(Collectors.joining());
    matches(fileName, text);
  }

  public static void matches(String fileName, String actual) {
    matches(FOLDER.resolve(fileName), actual);
  }

  /// Compares with a file elsewhere, such as one of the docs.
  public static void matches(Path file, String actual) {
    matches(file, actual, Boolean.getBoolean("golden.update"));
  }

  static void matches(Path file, String actual, boolean update) {
    try {
      if (update) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, actual);
      }
      String expected = Files.exists(file) ? Files.readString(file) : "";
      assertThat(actual)
          .as("%s (accept with -Dgolden.update=true)", file)
          .isEqualToNormalizingNewlines(expected);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the golden file " + file, e);
    }
  }
}

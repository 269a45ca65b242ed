import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Checks or applies google-java-format on every Java source of the project. The build runs it on
/// the project's own JDK, because the formatter parses with the JDK it runs on and Maven may run on
/// an older one than our syntax needs.
///
/// Arguments: `check` or `apply`, then the root folder. Exits with 1 when a check fails.
public final class SourceFormat {

  private SourceFormat() {}

  public static void main(String[] arguments) throws IOException, FormatterException {
    boolean apply = arguments[0].equals("apply");
    int wrong = 0;
    for (Path source : sources(Path.of(arguments[1]))) {
      String text = Files.readString(source);
      String formatted = format(text);
      if (!formatted.equals(text)) {
        wrong++;
        if (apply) {
          Files.writeString(source, formatted);
        }
        System.out.println((apply ? "formatted " : "not formatted: ") + source);
      }
    }
    if (wrong > 0 && !apply) {
      System.out.println(
          wrong + " files are not formatted; run: mvn -q -pl build-tools validate -Dformat=apply");
      System.exit(1);
    }
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !root.relativize(file).toString().matches("(.*/)?(target|\\..*?)/.*"))
          .sorted()
          .toList();
    }
  }

  private static String format(String text) throws FormatterException {
    JavaFormatterOptions style = JavaFormatterOptions.defaultOptions();
    String imports =
        ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(text), style.style());
    return new Formatter(style).formatSource(imports);
  }
}

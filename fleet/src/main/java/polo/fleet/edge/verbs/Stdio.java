package polo.fleet.edge.verbs;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// The three streams a verb works with: results go to `out`, everything said to people to `err`.
///
/// @param out buffered; a verb flushes it when it is done. Unlike a `PrintStream` it says when
///   nobody reads any more
public record Stdio(InputStream in, OutputStream out, PrintStream err) {

  private static final int BUFFER = 1 << 16;

  /// Those of the process, in UTF-8 whatever the locale.
  public static Stdio ofProcess() {
    return new Stdio(
        System.in,
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
  }

  /// One line of result.
  public void line(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }

  /// Lines of result, to be seen at once.
  public void print(Iterable<String> lines) throws IOException {
    for (String line : lines) {
      line(line);
    }
    out.flush();
  }

  /// One line for people.
  public void say(String text) {
    err.println(text);
  }
}

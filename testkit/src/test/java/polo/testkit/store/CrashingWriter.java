package polo.testkit.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Optional;
import polo.common.document.DocumentKey;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.SqliteDocumentStore;
import polo.common.edge.store.WriteResult;
import polo.testkit.Crowd;

/// A process that writes until it is killed. Its threads create documents and count in one of their
/// own; a line tells each write that was answered `Written`, another ends it when one was not.
///
/// Arguments: the file, a name for this life, how many threads.
final class CrashingWriter {

  private CrashingWriter() {}

  public static void main(String[] arguments) {
    String life = arguments[1];
    try (DocumentStore store = SqliteDocumentStore.open(Path.of(arguments[0]))) {
      Crowd.of(
          Integer.parseInt(arguments[2]),
          member -> {
            int number = 1;
            while (write(store, life + "-" + member, number)) {
              number++;
            }
            return number;
          });
    }
  }

  static DocumentKey single(String writer, int number) {
    return DocumentKey.of("single", writer, Integer.toString(number));
  }

  static DocumentKey counter(String writer) {
    return DocumentKey.of("counter", writer);
  }

  /// A document of 1.5 KB that shows whether it is whole.
  static byte[] body(String writer, int number) {
    int mark = (writer + number).hashCode();
    String half = Integer.toHexString(mark).repeat(95);
    return "{\"writer\":\"%s\",\"number\":%d,\"head\":\"%s\",\"tail\":\"%s\"}"
        .formatted(writer, number, half, half)
        .getBytes(UTF_8);
  }

  private static boolean write(DocumentStore store, String writer, int number) {
    return tell(
            "single", writer, number, store.create(single(writer, number), body(writer, number)))
        && tell("counter", writer, number, count(store, writer, number));
  }

  private static WriteResult count(DocumentStore store, String writer, int number) {
    return store.merge(counter(writer), _ -> Optional.of(body(writer, number)));
  }

  /// One `write` of the whole line, so that a kill cannot cut it.
  private static boolean tell(String kind, String writer, int number, WriteResult result) {
    boolean written = result instanceof WriteResult.Written;
    byte[] line =
        (written ? "%s %s %d%n".formatted(kind, writer, number) : "ended %s%n".formatted(result))
            .getBytes(UTF_8);
    synchronized (System.out) {
      System.out.write(line, 0, line.length);
      System.out.flush();
    }
    return written;
  }
}

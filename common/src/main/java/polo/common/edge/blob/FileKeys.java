package polo.common.edge.blob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Walks folders in the order of the keys, and only those that can hold one of the page.
///
/// A folder sorts as its name with the slash its keys have there: `a-b` comes before `a/x`.
record FileKeys(String prefix, String after, int limit) {

  List<String> under(Path root) throws IOException {
    List<String> keys = new ArrayList<>();
    walk(root, "", keys);
    return keys;
  }

  private void walk(Path folder, String way, List<String> keys) throws IOException {
    for (String name : names(folder)) {
      if (keys.size() == limit) {
        return;
      }
      String key = way + name;
      if (key.endsWith("/") && mayHold(key)) {
        walk(folder.resolve(name), key, keys);
      } else if (BlobKeys.isKey(key) && key.startsWith(prefix) && key.compareTo(after) > 0) {
        keys.add(key);
      }
    }
  }

  private boolean mayHold(String way) {
    boolean leadsToPrefix = way.startsWith(prefix) || prefix.startsWith(way);
    boolean isNotPast = way.compareTo(after) > 0 || after.startsWith(way);
    return !way.startsWith(".") && leadsToPrefix && isNotPast;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> entry.getFileName() + (Files.isDirectory(entry) ? "/" : ""))
          .sorted()
          .toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of(); // gone since its parent was listed
    }
  }
}

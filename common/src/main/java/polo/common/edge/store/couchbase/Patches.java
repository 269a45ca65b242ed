package polo.common.edge.store.couchbase;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.couchbase.client.java.kv.MutateInSpec;
import java.util.List;
import polo.common.edge.store.Patch;

/// Patches as the server's operations on paths.
final class Patches {

  /// As many operations, and as long a path, as the server takes.
  private static final int MAX_OPERATIONS = 16;

  private static final int MAX_PATH_BYTES = 1024;

  private Patches() {}

  /// False when they must be applied to the whole document.
  static boolean areByPath(List<Patch> patches) {
    return !patches.isEmpty()
        && patches.size() <= MAX_OPERATIONS
        && patches.stream()
            .allMatch(patch -> patch.path().getBytes(UTF_8).length <= MAX_PATH_BYTES);
  }

  static boolean mayCreate(List<Patch> patches) {
    return patches.stream().anyMatch(patch -> !(patch instanceof Patch.Drop));
  }

  static List<MutateInSpec> specs(List<Patch> patches) {
    return patches.stream().map(Patches::spec).toList();
  }

  static long bytes(List<Patch> patches) {
    return patches.stream()
        .mapToLong(patch ->
            switch (patch) {
              case Patch.Set(_, var json) -> json.length;
              case Patch.Insert(_, var json) -> json.length;
              case Patch.Drop _ -> 0;
            })
        .sum();
  }

  /// The same without the condition of an insert: what a document looks like that has them all.
  static List<Patch> asSets(List<Patch> patches) {
    return patches.stream()
        .map(patch ->
            patch instanceof Patch.Insert(var path, var json) ? new Patch.Set(path, json) : patch)
        .toList();
  }

  private static MutateInSpec spec(Patch patch) {
    return switch (patch) {
      case Patch.Set(var path, var json) -> MutateInSpec.upsert(path, json).createPath();
      case Patch.Insert(var path, var json) -> MutateInSpec.insert(path, json).createPath();
      case Patch.Drop(var path) -> MutateInSpec.remove(path);
    };
  }
}

package polo.common.edge.store;

import java.util.List;
import java.util.Optional;
import polo.common.edge.json.Json;
import tools.jackson.databind.node.ObjectNode;

/// What patches make of a document, for stores that write the whole of it.
public sealed interface PatchedJson {

  /// The document after the patches.
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way; never compared, never a key
  record Changed(byte[] json) implements PatchedJson {}

  /// The document already says so; or there is none, and nothing to say.
  record Unchanged() implements PatchedJson {}

  /// A [Patch.Insert] found its member taken.
  record Taken() implements PatchedJson {}

  /// Applies `patches` in order to the document `before` (absent when there is none). Members that
  /// no patch touches keep every digit. Throws `IllegalArgumentException` when the document has no
  /// members, or a path leads through a value that has none.
  static PatchedJson of(Optional<byte[]> before, List<Patch> patches) {
    ObjectNode document = before.map(MemberTree::read).orElseGet(Json.mapper()::createObjectNode);
    ObjectNode original = document.deepCopy();
    for (Patch patch : patches) {
      if (!MemberTree.apply(patch, document)) {
        return new Taken();
      }
    }
    return document.equals(original) ? new Unchanged() : new Changed(Json.bytes(document));
  }
}

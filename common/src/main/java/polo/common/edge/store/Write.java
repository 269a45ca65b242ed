package polo.common.edge.store;

import java.util.List;
import polo.common.document.DocumentKey;

/// A write waiting to be done, one of many.
@SuppressWarnings("ArrayRecordComponent") // bytes on their way; never compared, never a key
public sealed interface Write {

  DocumentKey key();

  record Create(DocumentKey key, byte[] json) implements Write {}

  record Replace(DocumentKey key, Revision expected, byte[] json) implements Write {}

  record Remove(DocumentKey key, Revision expected) implements Write {}

  record PatchPaths(DocumentKey key, List<Patch> patches) implements Write {}
}

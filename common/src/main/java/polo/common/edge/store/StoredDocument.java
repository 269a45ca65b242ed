package polo.common.edge.store;

/// A document as it lies in the store. `json` belongs to the reader; the store keeps no hold of it.
@SuppressWarnings("ArrayRecordComponent") // bytes on their way; never compared, never a key
public record StoredDocument(byte[] json, Revision revision) {}

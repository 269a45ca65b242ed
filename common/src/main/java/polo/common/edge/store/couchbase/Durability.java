package polo.common.edge.store.couchbase;

import com.couchbase.client.core.msg.kv.DurabilityLevel;

/// When a write counts as written.
public enum Durability {
  /// In the memory of one node; lost when that node dies before it has replicated.
  NONE,
  /// In the memory of most of the document's nodes.
  MAJORITY,
  /// The same, and on the disk of the active one.
  MAJORITY_AND_PERSIST_ACTIVE,
  /// On the disks of most of the document's nodes.
  PERSIST_TO_MAJORITY;

  DurabilityLevel level() {
    return switch (this) {
      case NONE -> DurabilityLevel.NONE;
      case MAJORITY -> DurabilityLevel.MAJORITY;
      case MAJORITY_AND_PERSIST_ACTIVE -> DurabilityLevel.MAJORITY_AND_PERSIST_TO_ACTIVE;
      case PERSIST_TO_MAJORITY -> DurabilityLevel.PERSIST_TO_MAJORITY;
    };
  }
}

package polo.common.edge.store;

/// How a write can end.
public sealed interface WriteResult {

  record Written(Revision revision) implements WriteResult {}

  /// Nothing to do: the document already says so.
  record Skipped() implements WriteResult {}

  /// Someone else changed it since it was read.
  record Stale() implements WriteResult {}

  /// Someone else created it first.
  record Exists() implements WriteResult {}

  record TooLarge(long bytes) implements WriteResult {}

  /// The store did not take it; nothing was written.
  record Unavailable(String why) implements WriteResult {}

  /// Nobody knows whether it was written: read again and judge anew.
  record Ambiguous(String why) implements WriteResult {}
}

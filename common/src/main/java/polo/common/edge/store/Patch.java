package polo.common.edge.store;

/// One change of one member, by a path of member names joined by dots. Members on the way are made.
/// Names with dots, brackets or backticks are written in backticks: "photos.`a.b`".
public sealed interface Patch {

  String path();

  /// Sets the member at `path` to this JSON value.
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way; never compared, never a key
  record Set(String path, byte[] json) implements Patch {}

  /// Drops the member at `path`; nothing happens when it is not there.
  record Drop(String path) implements Patch {}
}

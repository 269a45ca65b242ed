package polo.common.edge.store;

import java.util.List;

/// One change of one member, by a path of member names joined by dots. Members on the way are made.
/// Names with dots, brackets or backticks are written in backticks, a backtick among them twice:
/// "photos.`a.b`". [#path] writes such paths.
public sealed interface Patch {

  String path();

  /// Sets the member at `path` to this JSON value.
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way; never compared, never a key
  record Set(String path, byte[] json) implements Patch {
    public Set {
      MemberPath.names(path);
    }
  }

  /// Sets the member at `path`, which must not be there: if it is, nothing of the whole patch
  /// happens and the answer is `Exists`.
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way; never compared, never a key
  record Insert(String path, byte[] json) implements Patch {
    public Insert {
      MemberPath.names(path);
    }
  }

  /// Drops the member at `path`; nothing happens when it is not there.
  record Drop(String path) implements Patch {
    public Drop {
      MemberPath.names(path);
    }
  }

  /// The path of these member names, whatever characters they have.
  static String path(String... names) {
    return MemberPath.of(List.of(names));
  }
}

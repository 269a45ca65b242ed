package polo.testkit.couchbase;

/// How the server answers, by the protocol's own numbers.
public enum Status {
  SUCCESS(0x00),
  NOT_FOUND(0x01),
  /// The key is taken, or the document is no longer at the revision asked for.
  EXISTS(0x02),
  TOO_LARGE(0x03),
  INVALID(0x04),
  LOCKED(0x09),
  AUTH_ERROR(0x20),
  AUTH_CONTINUE(0x21),
  NO_ACCESS(0x24),
  UNKNOWN_COMMAND(0x81),
  OUT_OF_MEMORY(0x82),
  BUSY(0x85),
  TEMPORARY_FAILURE(0x86),
  UNKNOWN_COLLECTION(0x88),
  UNKNOWN_SCOPE(0x8c),
  DURABILITY_IMPOSSIBLE(0xa1),
  SYNC_WRITE_IN_PROGRESS(0xa2),
  SYNC_WRITE_AMBIGUOUS(0xa3),
  SCAN_MORE(0xa6),
  SCAN_COMPLETE(0xa7),
  PATH_NOT_FOUND(0xc0),
  PATH_MISMATCH(0xc1),
  PATH_INVALID(0xc2),
  NOT_JSON(0xc6),
  PATH_EXISTS(0xc9),
  TOO_DEEP(0xca),
  TOO_MANY_PATHS(0xcb),
  SOME_PATH_FAILED(0xcc);

  private final int code;

  Status(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}

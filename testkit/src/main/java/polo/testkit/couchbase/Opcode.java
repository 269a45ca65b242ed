package polo.testkit.couchbase;

import org.jspecify.annotations.Nullable;

/// The operations of the key-value protocol that the double knows.
public enum Opcode {
  GET(0x00),
  SET(0x01),
  ADD(0x02),
  REPLACE(0x03),
  DELETE(0x04),
  NOOP(0x0a),
  TOUCH(0x1c),
  HELLO(0x1f),
  SASL_LIST(0x20),
  SASL_AUTH(0x21),
  SASL_STEP(0x22),
  SELECT_BUCKET(0x89),
  GET_CONFIG(0xb5),
  GET_MANIFEST(0xba),
  GET_COLLECTION_ID(0xbb),
  LOOKUP_IN(0xd0),
  MUTATE_IN(0xd1),
  SCAN_CREATE(0xda),
  SCAN_CONTINUE(0xdb),
  SCAN_CANCEL(0xdc),
  ERROR_MAP(0xfe);

  private static final @Nullable Opcode[] BY_CODE = byCode();

  private final int code;

  Opcode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static @Nullable Opcode of(int code) {
    return BY_CODE[code];
  }

  /// True for what changes a document.
  public boolean isMutation() {
    return switch (this) {
      case SET, ADD, REPLACE, DELETE, TOUCH, MUTATE_IN -> true;
      case GET,
          LOOKUP_IN,
          NOOP,
          HELLO,
          SASL_LIST,
          SASL_AUTH,
          SASL_STEP,
          SELECT_BUCKET,
          GET_CONFIG,
          GET_MANIFEST,
          GET_COLLECTION_ID,
          SCAN_CREATE,
          SCAN_CONTINUE,
          SCAN_CANCEL,
          ERROR_MAP ->
          false;
    };
  }

  /// True for what names a document, and so carries a collection before its key.
  boolean isKeyed() {
    return isMutation() || this == GET || this == LOOKUP_IN;
  }

  private static @Nullable Opcode[] byCode() {
    @Nullable Opcode[] codes = new Opcode[256];
    for (Opcode opcode : values()) {
      codes[opcode.code] = opcode;
    }
    return codes;
  }
}

package polo.testkit.couchbase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/// What is answered to one request.
@SuppressWarnings("ArrayRecordComponent") // a frame on its way; never compared, never a key
record KvAnswer(Status status, long cas, byte[] extras, byte[] value) {

  private static final byte[] NOTHING = {};
  private static final byte MAGIC = (byte) 0x81;

  static KvAnswer of(Status status) {
    return new KvAnswer(status, 0, NOTHING, NOTHING);
  }

  static KvAnswer of(Status status, byte[] value) {
    return new KvAnswer(status, 0, NOTHING, value);
  }

  static KvAnswer ok(String value) {
    return of(Status.SUCCESS, value.getBytes(UTF_8));
  }

  int length() {
    return KvRequest.HEADER + extras.length + value.length;
  }

  void write(KvRequest request, ByteBuffer out) {
    out.put(MAGIC)
        .put((byte) request.code())
        .putShort((short) 0)
        .put((byte) extras.length)
        .put((byte) 0)
        .putShort((short) status.code())
        .putInt(extras.length + value.length)
        .putInt(request.opaque())
        .putLong(cas)
        .put(extras)
        .put(value);
  }
}

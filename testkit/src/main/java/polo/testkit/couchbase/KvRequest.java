package polo.testkit.couchbase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// One request frame.
///
/// @param collection id; 0 is the default collection
@SuppressWarnings("ArrayRecordComponent") // a frame on its way; never compared, never a key
record KvRequest(
    int code,
    @Nullable Opcode opcode,
    int partition,
    int opaque,
    long cas,
    int durability,
    boolean keepsExpiry,
    ByteBuffer extras,
    long collection,
    String key,
    byte[] value) {

  static final int HEADER = 24;

  private static final int PLAIN = 0x80;
  private static final int FLEXIBLE = 0x08;
  private static final int FRAME_DURABILITY = 1;
  private static final int FRAME_KEEPS_EXPIRY = 5;

  /// Length of the frame that begins at `at`, of which the header is there.
  static int length(ByteBuffer in, int at) {
    return HEADER + in.getInt(at + 8);
  }

  /// Reads the frame at `at`, which is there in full.
  static KvRequest read(ByteBuffer in, int at, boolean collections) throws IOException {
    int magic = in.get(at) & 0xff;
    if (magic != PLAIN && magic != FLEXIBLE) {
      throw new IOException("not a request: " + magic);
    }
    boolean flexible = magic == FLEXIBLE;
    int code = in.get(at + 1) & 0xff;
    @Nullable Opcode opcode = Opcode.of(code);
    int framesLength = flexible ? in.get(at + 2) & 0xff : 0;
    int keyLength = flexible ? in.get(at + 3) & 0xff : in.getShort(at + 2) & 0xffff;
    int extrasLength = in.get(at + 4) & 0xff;
    int extrasAt = at + HEADER + framesLength;
    int keyAt = extrasAt + extrasLength;
    int valueAt = keyAt + keyLength;

    Frames frames = Frames.read(in, at + HEADER, framesLength);
    byte[] key = bytes(in, keyAt, keyLength);
    Named named = Named.of(key, collections && opcode != null && opcode.isKeyed());
    return new KvRequest(
        code,
        opcode,
        in.getShort(at + 6) & 0xffff,
        in.getInt(at + 12),
        in.getLong(at + 16),
        frames.durability(),
        frames.keepsExpiry(),
        ByteBuffer.wrap(bytes(in, extrasAt, extrasLength)),
        named.collection(),
        named.key(),
        bytes(in, valueAt, at + length(in, at) - valueAt));
  }

  String text() {
    return new String(value, UTF_8);
  }

  private static byte[] bytes(ByteBuffer in, int from, int length) {
    byte[] bytes = new byte[length];
    in.get(from, bytes);
    return bytes;
  }

  /// What rides before the extras: durability, and whether a document keeps its expiry.
  private record Frames(int durability, boolean keepsExpiry) {

    static Frames read(ByteBuffer in, int from, int length) {
      int durability = 0;
      boolean keepsExpiry = false;
      int cursor = from;
      while (cursor < from + length) {
        int head = in.get(cursor) & 0xff;
        switch (head >> 4) {
          case FRAME_DURABILITY -> durability = in.get(cursor + 1);
          case FRAME_KEEPS_EXPIRY -> keepsExpiry = true;
          default -> {}
        }
        cursor += 1 + (head & 0x0f);
      }
      return new Frames(durability, keepsExpiry);
    }
  }

  /// A key and the collection written before it, as LEB128.
  private record Named(long collection, String key) {

    static Named of(byte[] key, boolean withCollection) {
      long collection = 0;
      int cursor = 0;
      boolean more = withCollection && key.length > 0;
      while (more) {
        collection |= (long) (key[cursor] & 0x7f) << (7 * cursor);
        more = (key[cursor] & 0x80) != 0;
        cursor++;
      }
      return new Named(collection, new String(key, cursor, key.length - cursor, UTF_8));
    }
  }
}

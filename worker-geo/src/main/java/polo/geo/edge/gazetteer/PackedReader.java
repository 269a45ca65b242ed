package polo.geo.edge.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/// Reads what [PackedWriter] wrote. Not for untrusted bytes: a wrong file ends in an
/// `IndexOutOfBoundsException`.
final class PackedReader {

  private final byte[] bytes;
  private int at;

  PackedReader(byte[] bytes) {
    this(bytes, 0);
  }

  PackedReader(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = from;
  }

  int count() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  int signed() {
    int value = count();
    return value >>> 1 ^ -(value & 1);
  }

  String text() {
    return new String(block(), UTF_8);
  }

  byte[] block() {
    int length = count();
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  boolean atEnd() {
    return at == bytes.length;
  }
}

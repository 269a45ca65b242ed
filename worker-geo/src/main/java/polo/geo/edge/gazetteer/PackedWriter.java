package polo.geo.edge.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/// Writes small whole numbers in few bytes: seven bits a byte, low bits first, the high bit says
/// that more follow. [PackedReader] is its mirror.
final class PackedWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);

  /// A number ≥ 0.
  void count(int value) {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      bytes.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    bytes.write(rest);
  }

  /// A number of either sign, small in magnitude (zigzag).
  void signed(int value) {
    count(value << 1 ^ value >> 31);
  }

  void text(String value) {
    block(value.getBytes(UTF_8));
  }

  void block(byte[] value) {
    count(value.length);
    bytes.writeBytes(value);
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}

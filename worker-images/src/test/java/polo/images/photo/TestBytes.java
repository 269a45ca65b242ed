package polo.images.photo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes files by hand, number by number.
final class TestBytes {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  static TestBytes of(int... bytes) {
    return new TestBytes().u8(bytes);
  }

  static TestBytes ofText(String text) {
    return new TestBytes().text(text);
  }

  TestBytes u8(int... bytes) {
    for (int b : bytes) {
      out.write(b);
    }
    return this;
  }

  TestBytes u16(int value) {
    return u8(value >> 8, value);
  }

  TestBytes u32(long value) {
    return u16((int) (value >> 16)).u16((int) value);
  }

  TestBytes u16le(int value) {
    return u8(value, value >> 8);
  }

  TestBytes u24le(int value) {
    return u16le(value).u8(value >> 16);
  }

  TestBytes u32le(long value) {
    return u16le((int) value).u16le((int) (value >> 16));
  }

  TestBytes text(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  TestBytes zeros(int count) {
    out.writeBytes(new byte[count]);
    return this;
  }

  /// A JPEG segment: its length is counted.
  TestBytes segment(int marker, int... body) {
    return u8(0xff, marker).u16(body.length + 2).u8(body);
  }

  byte[] array() {
    return out.toByteArray();
  }
}

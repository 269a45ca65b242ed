package polo.images.photo;

import java.nio.charset.StandardCharsets;

/// Bytes that may be cut short anywhere: reading past the end answers -1, which no length, size or
/// mark has.
@SuppressWarnings("ArrayRecordComponent") // a view of the original; never compared, never a key
record Bytes(byte[] array) {

  int length() {
    return array.length;
  }

  int u8(long at) {
    return at >= 0 && at < array.length ? array[(int) at] & 0xff : -1;
  }

  int u16be(long at) {
    return has(at, 2) ? u8(at) << 8 | u8(at + 1) : -1;
  }

  int u16le(long at) {
    return has(at, 2) ? u8(at + 1) << 8 | u8(at) : -1;
  }

  long u24le(long at) {
    return has(at, 3) ? u8(at + 2) << 16 | u16le(at) : -1;
  }

  long u32be(long at) {
    return has(at, 4) ? (long) u16be(at) << 16 | u16be(at + 2) : -1;
  }

  long u32le(long at) {
    return has(at, 4) ? (long) u16le(at + 2) << 16 | u16le(at) : -1;
  }

  boolean has(long at, int count) {
    return at >= 0 && at + count <= array.length;
  }

  /// True when these Latin-1 characters lie at `at`.
  boolean says(long at, String text) {
    if (!has(at, text.length())) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (u8(at + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// These bytes as Latin-1; empty when they are not all there.
  String text(long at, int count) {
    return has(at, count) ? new String(array, (int) at, count, StandardCharsets.ISO_8859_1) : "";
  }

  /// The first `limit` bytes at most, as Latin-1.
  String beginning(int limit) {
    return new String(array, 0, Math.min(limit, array.length), StandardCharsets.ISO_8859_1);
  }
}

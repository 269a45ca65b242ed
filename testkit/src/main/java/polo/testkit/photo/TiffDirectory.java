package polo.testkit.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeMap;

/// An image file directory of TIFF 6.0, big-endian: numbered entries, whose values lie in the entry
/// when they fit into four bytes and behind the directory otherwise.
final class TiffDirectory {

  private static final int BYTE = 1;
  private static final int ASCII = 2;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int UNDEFINED = 7;

  private static final int ENTRY_BYTES = 12;

  private static final class Entry {

    final int type;
    final int count;
    final byte[] value;

    Entry(int type, int count, byte[] value) {
      this.type = type;
      this.count = count;
      this.value = value;
    }

    boolean fits() {
      return value.length <= 4;
    }

    // Values start at even offsets.
    int bytesBehind() {
      return fits() ? 0 : (value.length + 1) & ~1;
    }
  }

  // By tag: readers may rely on the order.
  private final TreeMap<Integer, Entry> entries = new TreeMap<>();

  TiffDirectory text(int tag, String text) {
    byte[] value = (text + "\0").getBytes(StandardCharsets.US_ASCII);
    return put(tag, new Entry(ASCII, value.length, value));
  }

  TiffDirectory bytes(int tag, byte... value) {
    return put(tag, new Entry(BYTE, value.length, value));
  }

  TiffDirectory undefined(int tag, byte... value) {
    return put(tag, new Entry(UNDEFINED, value.length, value));
  }

  TiffDirectory int16(int tag, int value) {
    return put(tag, new Entry(SHORT, 1, ByteBuffer.allocate(2).putShort((short) value).array()));
  }

  TiffDirectory int32(int tag, int value) {
    return put(tag, new Entry(LONG, 1, ByteBuffer.allocate(4).putInt(value).array()));
  }

  /// Numerators and denominators in turn.
  TiffDirectory rationals(int tag, long... parts) {
    ByteBuffer value = ByteBuffer.allocate(parts.length * 4);
    for (long part : parts) {
      value.putInt((int) part);
    }
    return put(tag, new Entry(RATIONAL, parts.length / 2, value.array()));
  }

  int size() {
    return fixedSize() + entries.values().stream().mapToInt(Entry::bytesBehind).sum();
  }

  /// The directory's bytes when it starts at `offset` of the file.
  byte[] encode(int offset) {
    ByteBuffer directory = ByteBuffer.allocate(fixedSize());
    ByteArrayOutputStream behind = new ByteArrayOutputStream();
    directory.putShort((short) entries.size());
    entries.forEach((tag, entry) -> {
      directory.putShort(tag.shortValue()).putShort((short) entry.type).putInt(entry.count);
      if (entry.fits()) {
        directory.put(Arrays.copyOf(entry.value, 4));
      } else {
        directory.putInt(offset + fixedSize() + behind.size());
        behind.writeBytes(Arrays.copyOf(entry.value, entry.bytesBehind()));
      }
    });
    // No next directory.
    directory.putInt(0);
    return ByteBuffer.allocate(size()).put(directory.array()).put(behind.toByteArray()).array();
  }

  private int fixedSize() {
    return 2 + ENTRY_BYTES * entries.size() + 4;
  }

  private TiffDirectory put(int tag, Entry entry) {
    entries.put(tag, entry);
    return this;
  }
}

package polo.images.rendition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A TIFF directory on its way into a file, big-endian: entries by tag in rising order, the values
/// that do not fit into an entry behind them, directories below at the end.
final class ExifDirectory {

  private static final int BYTE = 1;
  private static final int ASCII = 2;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int UNDEFINED = 7;

  private static final int MAX_SHORT = 0xffff;
  private static final int TIFF_HEAD = 8;
  private static final int EXIF_HEAD = 6;
  private static final int ENTRY = 12;

  /// Up to this many bytes a value stands in the entry itself.
  private static final int INLINE = 4;

  private final Map<Integer, Value> values = new TreeMap<>();
  private final Map<Integer, ExifDirectory> below = new TreeMap<>();

  @SuppressWarnings("ArrayRecordComponent") // bytes on their way; never compared, never a key
  private record Value(int type, int count, byte[] bytes) {}

  ExifDirectory text(int tag, @Nullable String text) {
    if (text != null) {
      byte[] bytes = (text + '\0').getBytes(StandardCharsets.UTF_8);
      values.put(tag, new Value(ASCII, bytes.length, bytes));
    }
    return this;
  }

  /// Characters that are no text to EXIF, without an end.
  ExifDirectory plain(int tag, String characters) {
    byte[] bytes = characters.getBytes(StandardCharsets.ISO_8859_1);
    values.put(tag, new Value(UNDEFINED, bytes.length, bytes));
    return this;
  }

  ExifDirectory bytes(int tag, int[] numbers) {
    values.put(tag, new Value(UNDEFINED, numbers.length, narrowed(numbers)));
    return this;
  }

  ExifDirectory byteValues(int tag, int[] numbers) {
    values.put(tag, new Value(BYTE, numbers.length, narrowed(numbers)));
    return this;
  }

  ExifDirectory number(int tag, int number) {
    Out out = new Out();
    boolean isShort = number <= MAX_SHORT;
    values.put(
        tag,
        new Value(
            isShort ? SHORT : LONG, 1, (isShort ? out.u16(number) : out.u32(number)).bytes()));
    return this;
  }

  ExifDirectory fraction(int tag, @Nullable Double number) {
    if (number != null) {
      values.put(tag, new Value(RATIONAL, 1, Fraction.of(number).into(new Out()).bytes()));
    }
    return this;
  }

  ExifDirectory fraction(int tag, int number) {
    return fraction(tag, Double.valueOf(number));
  }

  /// Whole degrees, whole minutes, and seconds to a third of a millimetre.
  ExifDirectory angle(int tag, double degrees) {
    long units = Math.round(degrees * 3600 * Fraction.SECOND_PARTS);
    long minute = 60L * Fraction.SECOND_PARTS;
    Out out = new Out();
    new Fraction(units / (60 * minute), 1).into(out);
    new Fraction(units / minute % 60, 1).into(out);
    new Fraction(units % minute, Fraction.SECOND_PARTS).into(out);
    values.put(tag, new Value(RATIONAL, 3, out.bytes()));
    return this;
  }

  ExifDirectory below(int tag, ExifDirectory directory) {
    below.put(tag, directory);
    values.put(tag, new Value(LONG, 1, new byte[INLINE]));
    return this;
  }

  /// The whole APP1 segment with this as the main directory.
  byte[] segment() {
    Out tiff = new Out().text("MM").u16(42).u32(TIFF_HEAD);
    write(tiff, TIFF_HEAD);
    return new Out()
        .u16(0xffe1)
        .u16(2 + EXIF_HEAD + tiff.length())
        .text("Exif\0\0")
        .all(tiff.bytes())
        .bytes();
  }

  /// @param start of this directory, counted from the TIFF's own
  private void write(Out tiff, int start) {
    int at = start + ownLength();
    for (Map.Entry<Integer, ExifDirectory> directory : below.entrySet()) {
      byte[] offset = new Out().u32(at).bytes();
      values.put(directory.getKey(), new Value(LONG, 1, offset));
      at += directory.getValue().length();
    }
    tiff.u16(values.size());
    int outside = start + 2 + values.size() * ENTRY + 4;
    for (Map.Entry<Integer, Value> entry : values.entrySet()) {
      Value value = entry.getValue();
      tiff.u16(entry.getKey()).u16(value.type()).u32(value.count());
      if (outside(value) == 0) {
        tiff.padded(value.bytes(), INLINE);
      } else {
        tiff.u32(outside);
        outside += outside(value);
      }
    }
    tiff.u32(0);
    for (Value value : values.values()) {
      if (outside(value) > 0) {
        tiff.padded(value.bytes(), outside(value));
      }
    }
    int next = start + ownLength();
    for (ExifDirectory directory : below.values()) {
      directory.write(tiff, next);
      next += directory.length();
    }
  }

  private int length() {
    return ownLength() + below.values().stream().mapToInt(ExifDirectory::length).sum();
  }

  private int ownLength() {
    return 2
        + values.size() * ENTRY
        + 4
        + values.values().stream().mapToInt(ExifDirectory::outside).sum();
  }

  /// Bytes a value takes behind the entries: even, for TIFF's values begin at even places.
  private static int outside(Value value) {
    int length = value.bytes().length;
    return length <= INLINE ? 0 : length + (length & 1);
  }

  private static byte[] narrowed(int[] numbers) {
    byte[] bytes = new byte[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      bytes[i] = (byte) numbers[i];
    }
    return bytes;
  }

  /// A number as EXIF has it, both parts within 32 bits.
  private record Fraction(long above, long below) {

    static final int SECOND_PARTS = 100_000;

    private static final double MAX = 4_294_967_295.0;

    /// One over a whole number where that is what it is (1/640), else as many decimals as fit.
    static Fraction of(double number) {
      long inverse = Math.round(1 / number);
      if (number > 0 && number < 1 && Math.abs(1 / number - (double) inverse) < 1e-6 / number) {
        return new Fraction(1, inverse);
      }
      long below = 1_000_000;
      while (below > 1 && number * (double) below > MAX) {
        below /= 10;
      }
      return new Fraction((long) Math.min(MAX, Math.rint(number * (double) below)), below);
    }

    Out into(Out out) {
      return out.u32((int) above).u32((int) below);
    }
  }

  /// Big-endian numbers, one after the other.
  private static final class Out {
    private byte[] bytes = new byte[256];
    private int length;

    Out u16(int value) {
      return all(new byte[] {(byte) (value >> 8), (byte) value});
    }

    Out u32(int value) {
      return u16(value >> 16).u16(value);
    }

    Out text(String text) {
      return all(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Out all(byte[] more) {
      if (length + more.length > bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * (length + more.length));
      }
      System.arraycopy(more, 0, bytes, length, more.length);
      length += more.length;
      return this;
    }

    Out padded(byte[] value, int width) {
      return all(value).all(new byte[Math.max(0, width - value.length)]);
    }

    int length() {
      return length;
    }

    byte[] bytes() {
      return Arrays.copyOf(bytes, length);
    }
  }
}

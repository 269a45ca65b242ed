package polo.images.geotag;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import polo.common.document.Photo.PhotoPosition;

/// The TIFF block of an EXIF segment, in either byte order, to which directories are appended.
final class TiffBlock {

  private static final int ENTRY = 12;
  private static final int GPS = 0x8825;
  private static final int BYTE = 1;
  private static final int ASCII = 2;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;

  private static final int GPS_VERSION = 0x0203_0000;
  private static final long SECOND_PARTS = 100_000;

  private final boolean bigEndian;
  private byte[] bytes;
  private int length;

  private TiffBlock(byte[] bytes, boolean bigEndian) {
    this.bytes = bytes;
    this.length = bytes.length;
    this.bigEndian = bigEndian;
  }

  /// Absent when it is none.
  static Optional<TiffBlock> of(byte[] bytes) {
    if (bytes.length < 8 || bytes[0] != bytes[1] || bytes[0] != 'M' && bytes[0] != 'I') {
      return Optional.empty();
    }
    TiffBlock block = new TiffBlock(bytes.clone(), bytes[0] == 'M');
    return block.u16(2) == 42 ? Optional.of(block) : Optional.empty();
  }

  /// The block with a position; absent when its directories cannot be read.
  Optional<byte[]> withPosition(PhotoPosition position) {
    long main = u32(4);
    return entries(main)
        .flatMap(entries -> {
          byte[] pointer = entries.get(GPS);
          Optional<Map<Integer, byte[]>> known =
              pointer == null ? Optional.of(new TreeMap<>()) : entries(value(pointer));
          byte[] next = Arrays.copyOfRange(bytes, end(main) - 4, end(main));
          return known.map(gps -> appended(entries, gps, next, position));
        });
  }

  private byte[] appended(
      Map<Integer, byte[]> main, Map<Integer, byte[]> gps, byte[] next, PhotoPosition position) {
    put(gps, position);
    main.put(GPS, entry(GPS, LONG, 1, directory(gps, new byte[4])));
    int start = directory(main, next);
    byte[] head = number(start);
    System.arraycopy(head, 0, bytes, 4, 4);
    return Arrays.copyOf(bytes, length);
  }

  private void put(Map<Integer, byte[]> gps, PhotoPosition position) {
    byte[] version = entry(0, BYTE, 4, 0);
    for (int i = 0; i < 4; i++) {
      version[8 + i] = (byte) (GPS_VERSION >> 24 - 8 * i);
    }
    gps.putIfAbsent(0, version);
    gps.put(1, letter(1, position.lat() < 0 ? 'S' : 'N'));
    gps.put(2, entry(2, RATIONAL, 3, angle(position.lat())));
    gps.put(3, letter(3, position.lon() < 0 ? 'W' : 'E'));
    gps.put(4, entry(4, RATIONAL, 3, angle(position.lon())));
    Double altitude = position.altitude();
    if (altitude != null) {
      byte[] side = entry(5, BYTE, 1, 0);
      side[8] = (byte) (altitude < 0 ? 1 : 0);
      gps.put(5, side);
      gps.put(6, entry(6, RATIONAL, 1, rational(Math.round(Math.abs(altitude) * 100), 100)));
    }
  }

  /// Entries as they lie there, by tag; absent when they don't all lie in the block.
  private Optional<Map<Integer, byte[]>> entries(long at) {
    if (at < 8 || at + 2 > length || end(at) > length) {
      return Optional.empty();
    }
    Map<Integer, byte[]> entries = new TreeMap<>();
    for (int i = 0; i < u16((int) at); i++) {
      int entry = (int) at + 2 + i * ENTRY;
      entries.putIfAbsent(u16(entry), Arrays.copyOfRange(bytes, entry, entry + ENTRY));
    }
    return Optional.of(entries);
  }

  /// Where a directory ends, with its pointer to the next one.
  private int end(long at) {
    return (int) at + 2 + u16((int) at) * ENTRY + 4;
  }

  /// Appends a directory and says where it begins.
  private int directory(Map<Integer, byte[]> entries, byte[] next) {
    int start = append(number(entries.size(), 2));
    entries.values().forEach(this::append);
    append(next);
    return start;
  }

  private int angle(double degrees) {
    long parts = Math.round(Math.abs(degrees) * 3600 * SECOND_PARTS);
    long minute = 60 * SECOND_PARTS;
    int start = rational(parts / (60 * minute), 1);
    rational(parts / minute % 60, 1);
    rational(parts % minute, SECOND_PARTS);
    return start;
  }

  private int rational(long above, long below) {
    int start = append(number(above));
    append(number(below));
    return start;
  }

  private byte[] letter(int tag, char letter) {
    byte[] entry = entry(tag, ASCII, 2, 0);
    entry[8] = (byte) letter;
    return entry;
  }

  private byte[] entry(int tag, int type, int count, long value) {
    byte[] entry = new byte[ENTRY];
    System.arraycopy(number(tag, 2), 0, entry, 0, 2);
    System.arraycopy(number(type, 2), 0, entry, 2, 2);
    System.arraycopy(number(count), 0, entry, 4, 4);
    System.arraycopy(number(value), 0, entry, 8, 4);
    return entry;
  }

  /// Appends at an even place, as TIFF wants it, and says where.
  private int append(byte[] more) {
    int start = length + (length & 1);
    bytes = Arrays.copyOf(bytes, start + more.length);
    System.arraycopy(more, 0, bytes, start, more.length);
    length = bytes.length;
    return start;
  }

  private byte[] number(long value) {
    return number(value, 4);
  }

  private byte[] number(long value, int count) {
    byte[] number = new byte[count];
    for (int i = 0; i < count; i++) {
      number[i] = (byte) (value >> 8 * (bigEndian ? count - 1 - i : i));
    }
    return number;
  }

  private long value(byte[] entry) {
    return number(entry, 8, 4);
  }

  private int u16(int at) {
    return (int) number(bytes, at, 2);
  }

  private long u32(int at) {
    return number(bytes, at, 4);
  }

  private long number(byte[] from, int at, int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 8 | from[at + (bigEndian ? i : count - 1 - i)] & 0xff;
    }
    return value;
  }
}

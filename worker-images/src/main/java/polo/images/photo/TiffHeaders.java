package polo.images.photo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the directories of a TIFF (TIFF 6.0, and BigTIFF with its wider fields).
final class TiffHeaders {

  private static final int SUBFILE_TYPE = 254;
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int SAMPLES = 277;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int SUB_DIRECTORIES = 330;
  private static final int DNG_VERSION = 50706;

  private static final int SHORT = 3;
  private static final int MAX_PADDING = 4096;
  private static final int MAX_PAGES = 100_000;

  private final Bytes bytes;
  private final boolean little;
  private final boolean big;

  private TiffHeaders(Bytes bytes) {
    this.bytes = bytes;
    this.little = bytes.u8(0) == 'I';
    this.big = bytes.u8(little ? 2 : 3) == '+';
  }

  static Optional<ImageHeader> read(Bytes bytes) {
    TiffHeaders tiff = new TiffHeaders(bytes);
    Map<Integer, Long> tags = tiff.directory(tiff.first());
    long width = tags.getOrDefault(WIDTH, -1L);
    long height = tags.getOrDefault(HEIGHT, -1L);
    // A tile is allocated whole, however small the picture: one far larger than it is a trap.
    boolean tilesFit =
        tags.getOrDefault(TILE_WIDTH, 0L) <= width + MAX_PADDING
            && tags.getOrDefault(TILE_HEIGHT, 0L) <= height + MAX_PADDING;
    if (!tilesFit) {
      return Optional.empty();
    }
    int samples = Math.clamp(tags.getOrDefault(SAMPLES, 1L), 1, 8);
    int bits = Math.clamp(tags.getOrDefault(BITS, 1L), 1, 64);
    return PixelSize.claimed(width, height)
        .map(size -> ImageHeader.plain(ImageFormat.TIFF, size, samples, bits, tiff.pages(), true));
  }

  /// DNG says so; Nikon, Sony and Pentax put a small preview first and the raw data below it.
  static boolean isCameraRaw(Bytes bytes) {
    TiffHeaders tiff = new TiffHeaders(bytes);
    Map<Integer, Long> tags = tiff.directory(tiff.first());
    boolean previewFirst =
        tags.getOrDefault(SUBFILE_TYPE, 0L) == 1 && tags.containsKey(SUB_DIRECTORIES);
    return tags.containsKey(DNG_VERSION) || previewFirst;
  }

  private long first() {
    return big ? offset(8) : u32(4);
  }

  /// The first value of each tag of the directory at `at`; nothing when it lies outside.
  private Map<Integer, Long> directory(long at) {
    Map<Integer, Long> tags = new HashMap<>();
    long count = Math.min(count(at), bytes.length() / entryBytes());
    for (long i = 0; i < count; i++) {
      long entry = at + countBytes() + i * entryBytes();
      tags.putIfAbsent(u16(entry), value(entry));
    }
    return tags;
  }

  private long value(long entry) {
    boolean isShort = u16(entry + 2) == SHORT;
    long count = big ? offset(entry + 4) : u32(entry + 4);
    long inline = entry + (big ? 12 : 8);
    // More values than fit lie elsewhere, beginning with the first (bits of each sample).
    long room = big ? 8 : 4;
    long at = isShort && count * 2 > room ? (big ? offset(inline) : u32(inline)) : inline;
    return isShort ? u16(at) : u32(at);
  }

  private int pages() {
    Set<Long> seen = new HashSet<>();
    long at = first();
    while (at > 0 && at < bytes.length() && seen.size() < MAX_PAGES && seen.add(at)) {
      long next = at + countBytes() + count(at) * entryBytes();
      at = big ? offset(next) : u32(next);
    }
    return Math.max(1, seen.size());
  }

  private long count(long at) {
    return Math.max(0, big ? offset(at) : u16(at));
  }

  private int countBytes() {
    return big ? 8 : 2;
  }

  private int entryBytes() {
    return big ? 20 : 12;
  }

  private int u16(long at) {
    return little ? bytes.u16le(at) : bytes.u16be(at);
  }

  private long u32(long at) {
    return little ? bytes.u32le(at) : bytes.u32be(at);
  }

  /// Eight bytes, of which no file needs the upper four.
  private long offset(long at) {
    return little ? bytes.u32le(at) : bytes.u32be(at + 4);
  }
}

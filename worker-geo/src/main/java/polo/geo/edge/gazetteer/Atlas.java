package polo.geo.edge.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A gazetteer as one file, laid out as it is used: opening it is mapping it. Immutable; a newer
/// one is put in its place by an atomic rename, and readers of the old keep what they have mapped.
///
/// Layout, little-endian: `POLOGAZ2`, the number of parts, four bytes of nothing, SHA-256 of all
/// behind the header, then offset and length of each [Part] in turn (eight bytes each), then the
/// parts. [Part#ABOUT] says in words what it is: version, sources, dates, licences.
final class Atlas {

  enum Part {
    /// The version in the first line, then the provenance, as text.
    ABOUT(0),
    ZONES(1),
    ZONE_LABELS(2),
    REGIONS(3),
    REGION_LABELS(4),
    PLACES(5),
    PLACE_REGIONS(6),
    COUNTRY_NAMES(7),
    REGION_NAMES(8),
    ISO_CODES(9),
    /// The user's own places, a line each ([OwnPlace]).
    OWN_PLACES(10);

    /// Its place in the header.
    final int number;

    Part(int number) {
      this.number = number;
    }
  }

  private static final byte[] MAGIC = "POLOGAZ2".getBytes(UTF_8);
  private static final int COUNT_AT = MAGIC.length;
  private static final int CHECKSUM_AT = 16;
  private static final int CHECKSUM_BYTES = 32;
  private static final int PARTS_AT = CHECKSUM_AT + CHECKSUM_BYTES;
  private static final int HEADER_BYTES = PARTS_AT + Part.values().length * 2 * Long.BYTES;
  private static final int ALIGNMENT = 8;

  private final ByteBuffer file;

  /// @param file all of it
  /// @throws IllegalArgumentException when it is no atlas, or only part of one
  Atlas(ByteBuffer file) {
    this.file = file.slice().order(ByteOrder.LITTLE_ENDIAN);
    check();
  }

  private void check() {
    if (file.capacity() < HEADER_BYTES
        || !file.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))
        || file.getInt(COUNT_AT) != Part.values().length) {
      throw new IllegalArgumentException("not a gazetteer that this version of Polo reads");
    }
    for (Part part : Part.values()) {
      if (offset(part) < HEADER_BYTES
          || length(part) < 0
          || offset(part) > file.capacity() - length(part)) {
        throw new IllegalArgumentException("the gazetteer is cut off: " + part);
      }
    }
  }

  static Atlas map(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return new Atlas(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
    }
  }

  ByteBuffer part(Part part) {
    return file.slice((int) offset(part), (int) length(part)).order(ByteOrder.LITTLE_ENDIAN);
  }

  String text(Part part) {
    return UTF_8.decode(part(part)).toString();
  }

  List<String> lines(Part part) {
    return Lines.of(text(part));
  }

  String version() {
    return lines(Part.ABOUT).getFirst();
  }

  /// Whether the contents are those that were written. Reads all of the file.
  boolean isWhole() {
    byte[] checksum = new byte[CHECKSUM_BYTES];
    file.get(CHECKSUM_AT, checksum);
    return Arrays.equals(
        checksum, sha256(file.slice(HEADER_BYTES, file.capacity() - HEADER_BYTES)));
  }

  private long offset(Part part) {
    return file.getLong(PARTS_AT + part.number * 2 * Long.BYTES);
  }

  private long length(Part part) {
    return file.getLong(PARTS_AT + part.number * 2 * Long.BYTES + Long.BYTES);
  }

  static Atlas of(Map<Part, ByteBuffer> contents) {
    Map<Part, ByteBuffer> parts = new EnumMap<>(contents);
    int size = HEADER_BYTES + parts.values().stream().mapToInt(Atlas::aligned).sum();
    ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    file.put(0, MAGIC).putInt(COUNT_AT, Part.values().length);
    int at = HEADER_BYTES;
    for (Map.Entry<Part, ByteBuffer> part : parts.entrySet()) {
      int entry = PARTS_AT + part.getKey().number * 2 * Long.BYTES;
      file.putLong(entry, at).putLong(entry + Long.BYTES, part.getValue().remaining());
      file.put(at, part.getValue(), part.getValue().position(), part.getValue().remaining());
      at += aligned(part.getValue());
    }
    file.put(CHECKSUM_AT, sha256(file.slice(HEADER_BYTES, size - HEADER_BYTES)));
    return new Atlas(file);
  }

  private static int aligned(ByteBuffer part) {
    return (part.remaining() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  /// Puts it at `path` at once: whoever opens the path finds what was there before, or all of this.
  void writeTo(Path path) throws IOException {
    Path folder = requireNonNull(path.toAbsolutePath().getParent(), "a file is in a folder");
    Files.createDirectories(folder);
    Path unfinished = folder.resolve(path.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      try (FileChannel channel =
          FileChannel.open(unfinished, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
        ByteBuffer rest = file.duplicate().clear();
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(
          unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static byte[] sha256(ByteBuffer bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each Java platform has SHA-256", e);
    }
  }
}

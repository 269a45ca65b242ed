package polo.images.photo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads size and turn of the primary picture of a HEIF file, HEIC or AVIF, from its boxes (ISO/IEC
/// 23008-12): `meta` names the primary item and its properties, `ispe` its size, `irot` and `imir`
/// how it is shown.
///
/// EXIF's orientation is only a note there: decoders apply the properties, and whoever applies both
/// turns twice.
final class HeifHeaders {

  /// Box header: length and name.
  private static final int HEAD = 8;

  /// Version and flags of a full box.
  private static final int FULL = 4;

  /// Associations walked at most: real files have some dozens, made ones claim billions.
  private static final int MAX_ASSOCIATIONS = 100_000;

  private final Bytes bytes;
  private final ImageFormat format;

  private HeifHeaders(Bytes bytes, ImageFormat format) {
    this.bytes = bytes;
    this.format = format;
  }

  static Optional<ImageHeader> read(Bytes bytes, ImageFormat format) {
    return new HeifHeaders(bytes, format).header();
  }

  /// A stretch of the file.
  private record Box(String name, long start, long end) {}

  private Optional<ImageHeader> header() {
    Optional<Box> meta = child(new Box("", 0, bytes.length()), "meta");
    return meta.map(box -> new Box("meta", box.start() + FULL, box.end())).flatMap(this::ofMeta);
  }

  private Optional<ImageHeader> ofMeta(Box meta) {
    long primary = child(meta, "pitm").map(this::itemId).orElse(1L);
    Optional<Box> properties = child(meta, "iprp");
    List<Box> all =
        properties.flatMap(box -> child(box, "ipco")).map(this::children).orElse(List.of());
    List<Box> own =
        properties
            .flatMap(box -> child(box, "ipma"))
            .map(box -> associated(box, primary))
            .orElse(List.of())
            .stream()
            .filter(index -> index >= 1 && index <= all.size())
            .map(index -> all.get(index - 1))
            .toList();
    // A file without associations has one picture, and its properties are all there are.
    List<Box> counting = own.isEmpty() ? all : own;
    return named(counting, "ispe").flatMap(this::size).map(size -> header(size, turn(counting)));
  }

  private ImageHeader header(PixelSize size, Orientation turn) {
    return ImageHeader.plain(format, size, 3, 8, 1, true).turned(turn);
  }

  private Optional<PixelSize> size(Box ispe) {
    return PixelSize.claimed(
        bytes.u32be(ispe.start() + FULL), bytes.u32be(ispe.start() + FULL + 4));
  }

  /// `irot` counts quarter turns to the left; `imir` mirrors afterwards: 0 top to bottom, 1 left to
  /// right.
  private Orientation turn(List<Box> properties) {
    int left = named(properties, "irot").map(box -> bytes.u8(box.start()) & 3).orElse(0);
    int mirror = named(properties, "imir").map(box -> bytes.u8(box.start()) & 1).orElse(-1);
    return switch (mirror) {
      case 1 -> MIRRORED_SIDEWAYS[left];
      case 0 -> MIRRORED_SIDEWAYS[left + 2 & 3];
      default -> TURNED_LEFT[left];
    };
  }

  private static final Orientation[] TURNED_LEFT = {
    Orientation.UPRIGHT, Orientation.TURN_LEFT, Orientation.UPSIDE_DOWN, Orientation.TURN_RIGHT
  };

  private static final Orientation[] MIRRORED_SIDEWAYS = {
    Orientation.MIRRORED,
    Orientation.TRANSVERSED,
    Orientation.UPSIDE_DOWN_MIRRORED,
    Orientation.TRANSPOSED
  };

  private long itemId(Box pitm) {
    return bytes.u8(pitm.start()) == 0
        ? bytes.u16be(pitm.start() + FULL)
        : bytes.u32be(pitm.start() + FULL);
  }

  /// Indexes, from 1, of an item's properties.
  private List<Integer> associated(Box ipma, long item) {
    boolean wideIds = bytes.u8(ipma.start()) > 0;
    boolean wideIndexes = (bytes.u8(ipma.start() + 3) & 1) == 1;
    List<Integer> found = new ArrayList<>();
    long at = ipma.start() + FULL + 4;
    for (int walked = 0; at < ipma.end() && walked < MAX_ASSOCIATIONS; ) {
      long id = wideIds ? bytes.u32be(at) : bytes.u16be(at);
      at += wideIds ? 4 : 2;
      int count = Math.max(0, bytes.u8(at++));
      for (int i = 0; i < count; i++, walked++) {
        // The top bit says that a reader must know the property.
        int index = wideIndexes ? bytes.u16be(at) & 0x7fff : bytes.u8(at) & 0x7f;
        at += wideIndexes ? 2 : 1;
        if (id == item && at <= ipma.end()) {
          found.add(index);
        }
      }
      walked++;
    }
    return found;
  }

  private Optional<Box> child(Box parent, String name) {
    return named(children(parent), name);
  }

  private static Optional<Box> named(List<Box> boxes, String name) {
    return boxes.stream().filter(box -> box.name().equals(name)).findFirst();
  }

  private List<Box> children(Box parent) {
    List<Box> boxes = new ArrayList<>();
    long at = parent.start();
    while (at + HEAD <= parent.end() && boxes.size() < MAX_ASSOCIATIONS) {
      long length = bytes.u32be(at);
      long head = HEAD;
      if (length == 1) {
        head = 2 * HEAD;
        length = bytes.u32be(at + HEAD) == 0 ? bytes.u32be(at + HEAD + 4) : -1;
      } else if (length == 0) {
        length = parent.end() - at;
      }
      if (length < head) {
        break;
      }
      long end = Math.min(at + length, parent.end());
      boxes.add(new Box(bytes.text(at + 4, 4), at + head, end));
      at = end;
    }
    return boxes;
  }
}

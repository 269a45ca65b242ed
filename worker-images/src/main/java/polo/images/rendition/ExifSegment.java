package polo.images.rendition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import polo.images.exif.Credit;

/// Writes artist and copyright, and nothing else, into a JPEG: a fresh EXIF segment behind the
/// picture's first mark. The picture itself is not touched.
///
/// The segment is a TIFF (big-endian) with one directory of at most two texts. They are written as
/// UTF-8, which exiftool and exiv2 read, though EXIF speaks of ASCII.
public final class CreditSegment {

  private static final int ARTIST = 315;
  private static final int COPYRIGHT = 33432;
  private static final int ASCII = 2;

  /// Length field, `Exif\0\0` and the TIFF header.
  private static final int HEAD = 2 + 6 + 8;

  private static final int ENTRY = 12;

  /// Up to this many bytes a value stands in the entry itself.
  private static final int INLINE = 4;

  private CreditSegment() {}

  /// The JPEG with the credit; the same bytes when there is nobody to credit.
  public static byte[] into(byte[] jpeg, Credit credit) {
    List<Text> texts = texts(credit);
    if (texts.isEmpty()) {
      return jpeg;
    }
    byte[] segment = segment(texts);
    byte[] credited = new byte[jpeg.length + segment.length];
    System.arraycopy(jpeg, 0, credited, 0, 2);
    System.arraycopy(segment, 0, credited, 2, segment.length);
    System.arraycopy(jpeg, 2, credited, 2 + segment.length, jpeg.length - 2);
    return credited;
  }

  @SuppressWarnings("ArrayRecordComponent") // bytes on their way; never compared, never a key
  private record Text(int tag, byte[] value) {}

  private static List<Text> texts(Credit credit) {
    List<Text> texts = new ArrayList<>();
    add(texts, ARTIST, credit.artist());
    add(texts, COPYRIGHT, credit.copyright());
    return texts;
  }

  private static void add(List<Text> texts, int tag, @Nullable String text) {
    if (text != null) {
      texts.add(new Text(tag, (text + '\0').getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static byte[] segment(List<Text> texts) {
    int directory = 2 + texts.size() * ENTRY + 4;
    int values = texts.stream().mapToInt(text -> outside(text.value())).sum();
    Writer out = new Writer(2 + HEAD + directory + values);
    out.u16(0xffe1).u16(HEAD + directory + values).text("Exif\0\0");
    out.text("MM").u16(42).u32(8);
    out.u16(texts.size());
    int at = 8 + directory;
    for (Text text : texts) {
      out.u16(text.tag()).u16(ASCII).u32(text.value().length);
      if (outside(text.value()) == 0) {
        out.padded(text.value());
      } else {
        out.u32(at);
        at += outside(text.value());
      }
    }
    out.u32(0);
    texts.stream().map(Text::value).filter(value -> outside(value) > 0).forEach(out::bytes);
    return out.array;
  }

  /// Bytes a value takes behind the directory.
  private static int outside(byte[] value) {
    return value.length <= INLINE ? 0 : value.length;
  }

  /// Big-endian numbers into an array of the right size.
  private static final class Writer {
    private final byte[] array;
    private int at;

    private Writer(int length) {
      array = new byte[length];
    }

    private Writer u16(int value) {
      array[at++] = (byte) (value >> 8);
      array[at++] = (byte) value;
      return this;
    }

    private Writer u32(int value) {
      return u16(value >> 16).u16(value);
    }

    private Writer text(String text) {
      bytes(text.getBytes(StandardCharsets.ISO_8859_1));
      return this;
    }

    private void bytes(byte[] bytes) {
      System.arraycopy(bytes, 0, array, at, bytes.length);
      at += bytes.length;
    }

    private void padded(byte[] bytes) {
      System.arraycopy(bytes, 0, array, at, bytes.length);
      at += INLINE;
    }
  }
}

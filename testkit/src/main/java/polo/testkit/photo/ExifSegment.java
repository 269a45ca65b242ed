package polo.testkit.photo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import polo.common.earth.Coordinate;

/// Writes a JPEG's APP1 segment with the camera's notes (EXIF 2.32, CIPA DC-008).
final class ExifSegment {

  private static final DateTimeFormatter EXIF_TIME =
      DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");
  private static final DateTimeFormatter EXIF_DATE = DateTimeFormatter.ofPattern("uuuu:MM:dd");

  private static final int EXIF_POINTER = 0x8769;
  private static final int GPS_POINTER = 0x8825;
  // "MM", 42, and where the first directory starts.
  private static final int TIFF_HEADER_BYTES = 8;
  // Ten-thousandths of an arc second: 3 mm.
  private static final long PER_SECOND = 10_000;

  private ExifSegment() {}

  /// The segment from its marker on, for a picture of this size as stored.
  static byte[] of(CameraNotes notes, int width, int height) {
    byte[] tiff = tiff(notes, width, height);
    byte[] name = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(4 + name.length + tiff.length)
        .putShort((short) 0xFFE1)
        .putShort((short) (2 + name.length + tiff.length))
        .put(name)
        .put(tiff)
        .array();
  }

  private static byte[] tiff(CameraNotes notes, int width, int height) {
    List<TiffDirectory> directories = new ArrayList<>();
    // Placeholders first: a pointer fits into its entry, so that the sizes are right already.
    TiffDirectory image = image(notes).int32(EXIF_POINTER, 0);
    TiffDirectory exif = exif(notes, width, height);
    directories.add(image);
    directories.add(exif);
    if (notes.gps() != null) {
      image.int32(GPS_POINTER, 0);
      directories.add(gps(notes.gps()));
    }
    int exifAt = TIFF_HEADER_BYTES + image.size();
    image.int32(EXIF_POINTER, exifAt);
    if (notes.gps() != null) {
      image.int32(GPS_POINTER, exifAt + exif.size());
    }
    return file(directories);
  }

  private static byte[] file(List<TiffDirectory> directories) {
    int size = directories.stream().mapToInt(TiffDirectory::size).sum();
    ByteBuffer file = ByteBuffer.allocate(TIFF_HEADER_BYTES + size);
    file.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(TIFF_HEADER_BYTES);
    for (TiffDirectory directory : directories) {
      file.put(directory.encode(file.position()));
    }
    return file.array();
  }

  private static TiffDirectory image(CameraNotes notes) {
    return new TiffDirectory()
        .text(0x010F, CameraNotes.MAKE)
        .text(0x0110, notes.model())
        .int16(0x0112, notes.orientation())
        .rationals(0x011A, 72, 1)
        .rationals(0x011B, 72, 1)
        .int16(0x0128, 2)
        .text(0x0131, "Polo testkit")
        .text(0x0132, EXIF_TIME.format(notes.takenAt()))
        .text(0x8298, "(c) Polo");
  }

  private static TiffDirectory exif(CameraNotes notes, int width, int height) {
    CameraNotes.Exposure exposure = notes.exposure();
    TiffDirectory exif =
        new TiffDirectory()
            .rationals(0x829A, 1, exposure.perSecond())
            .rationals(0x829D, Math.round(exposure.fNumber() * 10), 10)
            .int16(0x8827, exposure.iso())
            .undefined(0x9000, "0232".getBytes(StandardCharsets.US_ASCII))
            .text(0x9003, EXIF_TIME.format(notes.takenAt()))
            .text(0x9004, EXIF_TIME.format(notes.takenAt()))
            .rationals(0x920A, Math.round(exposure.focalLengthMm() * 10), 10)
            // sRGB
            .int16(0xA001, 1)
            .int32(0xA002, width)
            .int32(0xA003, height)
            .text(0xA433, CameraNotes.MAKE)
            .text(0xA434, notes.lens());
    ZoneOffset offset = notes.offset();
    if (offset != null) {
      // Cameras write +00:00 where Java says Z.
      String text = offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
      exif.text(0x9010, text).text(0x9011, text).text(0x9012, text);
    }
    return exif;
  }

  private static TiffDirectory gps(CameraNotes.Gps gps) {
    Coordinate position = gps.position();
    LocalDateTime utc = LocalDateTime.ofInstant(gps.at(), ZoneOffset.UTC);
    return new TiffDirectory()
        .bytes(0, (byte) 2, (byte) 3, (byte) 0, (byte) 0)
        .text(1, position.latitude() < 0 ? "S" : "N")
        .rationals(2, degrees(position.latitude()))
        .text(3, position.longitude() < 0 ? "W" : "E")
        .rationals(4, degrees(position.longitude()))
        .bytes(5, (byte) (gps.altitudeMeters() < 0 ? 1 : 0))
        .rationals(6, Math.round(Math.abs(gps.altitudeMeters()) * 100), 100)
        .rationals(7, utc.getHour(), 1, utc.getMinute(), 1, utc.getSecond(), 1)
        .text(18, "WGS-84")
        .text(29, EXIF_DATE.format(utc));
  }

  // Degrees, minutes and seconds of one rounded number, so that no part ever rounds up to 60.
  private static long[] degrees(double value) {
    long all = Math.round(Math.abs(value) * 3_600 * PER_SECOND);
    long minute = 60 * PER_SECOND;
    long degree = 60 * minute;
    return new long[] {all / degree, 1, all % degree / minute, 1, all % minute, PER_SECOND};
  }
}

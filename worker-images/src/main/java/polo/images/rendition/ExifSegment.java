package polo.images.rendition;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import polo.common.document.Photo.Camera;
import polo.common.document.Photo.Exposure;
import polo.common.document.Photo.PhotoPosition;
import polo.images.exif.CameraClock;
import polo.images.exif.Credit;
import polo.images.photo.PixelSize;

/// Writes an inscription into a JPEG: a fresh EXIF segment behind the picture's first mark. The
/// picture itself is not touched.
///
/// Texts are written as UTF-8, which exiftool and exiv2 read, though EXIF speaks of ASCII. Beside
/// facts stand the tags EXIF 2.32 makes mandatory; a mere credit stands alone.
public final class ExifSegment {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT);

  /// EXIF's offsets have minutes, and none is written `Z`.
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

  private static final int[] GPS_VERSION = {2, 3, 0, 0};
  private static final int[] Y_CB_CR = {1, 2, 3, 0};
  private static final int SRGB = 1;
  private static final int DPI = 72;
  private static final int INCH = 2;

  private ExifSegment() {}

  /// The JPEG with the inscription; the same bytes when there is nothing to tell.
  ///
  /// @param size of the picture
  public static byte[] into(byte[] jpeg, PixelSize size, Inscription told) {
    if (told.equals(Inscription.NONE)) {
      return jpeg;
    }
    byte[] segment = directory(size, told).segment();
    byte[] inscribed = new byte[jpeg.length + segment.length];
    System.arraycopy(jpeg, 0, inscribed, 0, 2);
    System.arraycopy(segment, 0, inscribed, 2, segment.length);
    System.arraycopy(jpeg, 2, inscribed, 2 + segment.length, jpeg.length - 2);
    return inscribed;
  }

  private static ExifDirectory directory(PixelSize size, Inscription told) {
    ExifDirectory main = new ExifDirectory();
    Credit credit = told.credit();
    if (told.hasFacts()) {
      camera(main, told.camera());
      main.number(0x0112, 1); // upright
      main.fraction(0x011a, DPI).fraction(0x011b, DPI).number(0x0128, INCH);
      main.number(0x0213, 1); // chroma lies between pixels
      main.below(0x8769, shot(size, told));
      if (told.position() != null) {
        main.below(0x8825, position(told.position()));
      }
    }
    return main.text(0x013b, credit.artist()).text(0x8298, credit.copyright());
  }

  private static void camera(ExifDirectory main, @Nullable Camera camera) {
    if (camera != null) {
      main.text(0x010f, camera.make()).text(0x0110, camera.model());
    }
  }

  private static ExifDirectory shot(PixelSize size, Inscription told) {
    ExifDirectory shot = new ExifDirectory();
    shot.plain(0x9000, "0232").plain(0xa000, "0100").bytes(0x9101, Y_CB_CR);
    shot.number(0xa001, SRGB).number(0xa002, size.width()).number(0xa003, size.height());
    time(shot, told.clock());
    exposure(shot, told.exposure());
    return shot.text(0xa434, told.camera() == null ? null : told.camera().lens());
  }

  private static void time(ExifDirectory shot, CameraClock clock) {
    LocalDateTime local = clock.local();
    if (local == null) {
      return;
    }
    shot.text(0x9003, TIME.format(local));
    ZoneOffset offset = clock.offset();
    if (offset != null) {
      shot.text(0x9011, OFFSET.format(offset));
    }
    int millis = local.get(ChronoField.MILLI_OF_SECOND);
    if (millis != 0) {
      shot.text(0x9291, String.format(Locale.ROOT, "%03d", millis));
    }
  }

  private static void exposure(ExifDirectory shot, @Nullable Exposure exposure) {
    if (exposure != null) {
      shot.fraction(0x829a, exposure.seconds()).fraction(0x829d, exposure.fNumber());
      shot.fraction(0x920a, exposure.focalLengthMm());
      if (exposure.iso() != null) {
        shot.number(0x8827, exposure.iso());
      }
    }
  }

  private static ExifDirectory position(PhotoPosition position) {
    ExifDirectory gps = new ExifDirectory();
    gps.byteValues(0, GPS_VERSION);
    gps.text(1, position.lat() < 0 ? "S" : "N").angle(2, Math.abs(position.lat()));
    gps.text(3, position.lon() < 0 ? "W" : "E").angle(4, Math.abs(position.lon()));
    Double altitude = position.altitude();
    if (altitude != null) {
      gps.byteValues(5, new int[] {altitude < 0 ? 1 : 0}).fraction(6, Math.abs(altitude));
    }
    return gps;
  }
}

package polo.images.edge.exif;

import static com.drew.metadata.exif.ExifDirectoryBase.TAG_ARTIST;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_COPYRIGHT;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_EXPOSURE_TIME;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_FNUMBER;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_FOCAL_LENGTH;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_IMAGE_DESCRIPTION;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_ISO_EQUIVALENT;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_LENS_MODEL;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_MAKE;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_MODEL;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_ORIENTATION;

import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import polo.common.document.Photo.Camera;
import polo.common.document.Photo.Exposure;
import polo.common.document.Photo.PhotoPosition;
import polo.images.exif.Caption;
import polo.images.exif.Credit;
import polo.images.exif.GpsReading;
import polo.images.exif.PhotoFacts;
import polo.images.photo.Orientation;

/// Picks our facts from the library's directories. The main directory is asked first, then the one
/// below it: some cameras put a tag into the wrong one. The thumbnail's directory is never asked.
final class FactsOfMetadata {

  private static final int BELOW_SEA = 1;

  /// Microsoft's stars, which many viewers write.
  private static final int TAG_RATING = 0x4746;

  private static final double FULL_CIRCLE = 360;

  private final Tags tags;
  private final Tags gps;
  private final XmpTexts xmp;
  private final MakerNotes maker;
  private final ClockOfMetadata clock;

  private FactsOfMetadata(Metadata metadata) {
    this.tags = Tags.of(metadata, ExifIFD0Directory.class, ExifSubIFDDirectory.class);
    this.gps = Tags.of(metadata, GpsDirectory.class);
    this.xmp = XmpTexts.of(metadata);
    this.maker = MakerNotes.of(metadata);
    this.clock = new ClockOfMetadata(tags, gps, xmp);
  }

  static PhotoFacts of(Metadata metadata) {
    return new FactsOfMetadata(metadata).facts();
  }

  private PhotoFacts facts() {
    return new PhotoFacts(
        Orientation.ofExif((int) number(TAG_ORIENTATION, "tiff:Orientation").orElse(1)),
        clock.read(),
        position(),
        direction(),
        camera(),
        exposure(),
        caption(),
        new Credit(text(TAG_ARTIST, "dc:creator[1]"), text(TAG_COPYRIGHT, "dc:rights[1]")));
  }

  /// The receiver's words first; XMP's when it had none.
  private @Nullable PhotoPosition position() {
    return new GpsReading(
            gps.numbers(GpsDirectory.TAG_LATITUDE),
            gps.text(GpsDirectory.TAG_LATITUDE_REF).orElse(null),
            gps.numbers(GpsDirectory.TAG_LONGITUDE),
            gps.text(GpsDirectory.TAG_LONGITUDE_REF).orElse(null),
            altitude())
        .position()
        .or(() -> positionOfXmp().position())
        .orElse(null);
  }

  private GpsReading positionOfXmp() {
    return new GpsReading(
        xmp.angle("exif:GPSLatitude"),
        xmp.side("exif:GPSLatitude").orElse(null),
        xmp.angle("exif:GPSLongitude"),
        xmp.side("exif:GPSLongitude").orElse(null),
        altitude());
  }

  private @Nullable Double altitude() {
    double side = or(gps.number(GpsDirectory.TAG_ALTITUDE_REF), "exif:GPSAltitudeRef").orElse(0);
    OptionalDouble meters = or(gps.number(GpsDirectory.TAG_ALTITUDE), "exif:GPSAltitude");
    // Some writers say "below" and give a negative number as well: below is below.
    return meters.isEmpty()
        ? null
        : Double.valueOf(
            side == BELOW_SEA ? -Math.abs(meters.getAsDouble()) : meters.getAsDouble());
  }

  private @Nullable Double direction() {
    double degrees =
        or(gps.number(GpsDirectory.TAG_IMG_DIRECTION), "exif:GPSImgDirection").orElse(-1);
    return degrees >= 0 && degrees <= FULL_CIRCLE ? Double.valueOf(degrees % FULL_CIRCLE) : null;
  }

  private @Nullable Camera camera() {
    Camera camera = new Camera(text(TAG_MAKE, "tiff:Make"), text(TAG_MODEL, "tiff:Model"), lens());
    return camera.equals(new Camera(null, null, null)) ? null : camera;
  }

  /// Adapters and old lenses are written as dashes.
  private @Nullable String lens() {
    return tags.text(TAG_LENS_MODEL)
        .or(() -> xmp.text("exifEX:LensModel"))
        .or(() -> xmp.text("aux:Lens"))
        .or(maker::lens)
        .filter(lens -> !lens.startsWith("----") && !lens.startsWith("Unknown"))
        .orElse(null);
  }

  private @Nullable Exposure exposure() {
    Exposure exposure =
        new Exposure(
            positive(number(TAG_EXPOSURE_TIME, "exif:ExposureTime")),
            positive(number(TAG_FNUMBER, "exif:FNumber")),
            iso(),
            positive(number(TAG_FOCAL_LENGTH, "exif:FocalLength")));
    return exposure.equals(new Exposure(null, null, null, null)) ? null : exposure;
  }

  private @Nullable Integer iso() {
    Double written = positive(number(TAG_ISO_EQUIVALENT, "exif:ISOSpeedRatings[1]"));
    Double iso = written == null ? positive(maker.iso()) : written;
    // 65535 is how EXIF says "more than fits" (and some cameras "no idea").
    return iso == null || iso >= 65_535 ? null : Integer.valueOf((int) Math.round(iso));
  }

  private Caption caption() {
    OptionalDouble stars = or(tags.number(TAG_RATING), "xmp:Rating");
    boolean rated = stars.isPresent() && stars.getAsDouble() >= -1 && stars.getAsDouble() <= 5;
    return new Caption(
        text(TAG_IMAGE_DESCRIPTION, "dc:description[1]"),
        xmp.items("dc:subject"),
        rated ? Integer.valueOf((int) Math.round(stars.getAsDouble())) : null);
  }

  private static @Nullable Double positive(OptionalDouble number) {
    return number.isPresent() && number.getAsDouble() > 0
        ? Double.valueOf(number.getAsDouble())
        : null;
  }

  private OptionalDouble number(int tag, String path) {
    return or(tags.number(tag), path);
  }

  private OptionalDouble or(OptionalDouble written, String path) {
    return written.isPresent() ? written : xmp.number(path);
  }

  private @Nullable String text(int tag, String path) {
    return tags.text(tag).or(() -> xmp.text(path)).orElse(null);
  }
}

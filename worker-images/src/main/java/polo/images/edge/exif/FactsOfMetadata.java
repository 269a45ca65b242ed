package polo.images.edge.exif;

import static com.drew.metadata.exif.ExifDirectoryBase.TAG_ARTIST;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_COPYRIGHT;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_EXPOSURE_TIME;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_FNUMBER;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_FOCAL_LENGTH;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_ISO_EQUIVALENT;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_LENS_MODEL;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_MAKE;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_MODEL;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_ORIENTATION;

import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import org.jspecify.annotations.Nullable;
import polo.common.document.Photo.Camera;
import polo.common.document.Photo.Exposure;
import polo.common.document.Photo.PhotoPosition;
import polo.images.exif.Credit;
import polo.images.exif.GpsReading;
import polo.images.exif.PhotoFacts;
import polo.images.photo.Orientation;

/// Picks our facts from the library's directories. The main directory is asked first, then the one
/// below it: some cameras put a tag into the wrong one. The thumbnail's directory is never asked.
final class FactsOfMetadata {

  private static final int BELOW_SEA = 1;

  private final Tags tags;
  private final Tags gps;
  private final ClockOfMetadata clock;

  private FactsOfMetadata(Metadata metadata) {
    this.tags = Tags.of(metadata, ExifIFD0Directory.class, ExifSubIFDDirectory.class);
    this.gps = Tags.of(metadata, GpsDirectory.class);
    this.clock = new ClockOfMetadata(tags, gps, metadata);
  }

  static PhotoFacts of(Metadata metadata) {
    return new FactsOfMetadata(metadata).facts();
  }

  private PhotoFacts facts() {
    return new PhotoFacts(
        Orientation.ofExif((int) tags.number(TAG_ORIENTATION).orElse(1)),
        clock.read(),
        position(),
        camera(),
        exposure(),
        new Credit(text(TAG_ARTIST), text(TAG_COPYRIGHT)));
  }

  private @Nullable PhotoPosition position() {
    return new GpsReading(
            gps.numbers(GpsDirectory.TAG_LATITUDE),
            gps.text(GpsDirectory.TAG_LATITUDE_REF).orElse(null),
            gps.numbers(GpsDirectory.TAG_LONGITUDE),
            gps.text(GpsDirectory.TAG_LONGITUDE_REF).orElse(null),
            altitude())
        .position()
        .orElse(null);
  }

  private @Nullable Double altitude() {
    double sign = gps.number(GpsDirectory.TAG_ALTITUDE_REF).orElse(0) == BELOW_SEA ? -1 : 1;
    var meters = gps.number(GpsDirectory.TAG_ALTITUDE);
    // Some writers say "below" and give a negative number as well: below is below.
    return meters.isEmpty()
        ? null
        : Double.valueOf(sign < 0 ? -Math.abs(meters.getAsDouble()) : meters.getAsDouble());
  }

  private @Nullable Camera camera() {
    Camera camera = new Camera(text(TAG_MAKE), text(TAG_MODEL), lens());
    return camera.equals(new Camera(null, null, null)) ? null : camera;
  }

  /// Adapters and old lenses are written as dashes.
  private @Nullable String lens() {
    String lens = text(TAG_LENS_MODEL);
    return lens == null || lens.startsWith("----") || lens.startsWith("Unknown") ? null : lens;
  }

  private @Nullable Exposure exposure() {
    Double iso = positive(TAG_ISO_EQUIVALENT);
    Exposure exposure =
        new Exposure(
            positive(TAG_EXPOSURE_TIME),
            positive(TAG_FNUMBER),
            iso == null || iso > Integer.MAX_VALUE ? null : Integer.valueOf(iso.intValue()),
            positive(TAG_FOCAL_LENGTH));
    return exposure.equals(new Exposure(null, null, null, null)) ? null : exposure;
  }

  private @Nullable Double positive(int tag) {
    var number = tags.number(tag);
    return number.isPresent() && number.getAsDouble() > 0
        ? Double.valueOf(number.getAsDouble())
        : null;
  }

  private @Nullable String text(int tag) {
    return tags.text(tag).orElse(null);
  }
}

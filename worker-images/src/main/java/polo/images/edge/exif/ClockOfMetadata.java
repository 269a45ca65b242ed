package polo.images.edge.exif;

import static com.drew.metadata.exif.ExifDirectoryBase.TAG_DATETIME;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_DATETIME_DIGITIZED;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_DATETIME_ORIGINAL;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_SUBSECOND_TIME_DIGITIZED;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_SUBSECOND_TIME_ORIGINAL;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_TIME_ZONE;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_TIME_ZONE_DIGITIZED;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL;

import com.drew.metadata.exif.GpsDirectory;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import polo.images.exif.CameraClock;
import polo.images.exif.ExifTime;
import polo.images.exif.ExifTime.Reading;

/// Finds the camera's clock in the metadata: when the shutter opened (EXIF, then XMP), or else when
/// the picture became digital. The time of the last change is not asked: that was a computer's.
///
/// The library's own dates are not used: without a zone they are taken as GMT.
record ClockOfMetadata(Tags tags, Tags gps, XmpTexts xmp) {

  CameraClock read() {
    Instant satellites = satellites();
    return Stream.of(
            exif(TAG_DATETIME_ORIGINAL, TAG_SUBSECOND_TIME_ORIGINAL, TAG_TIME_ZONE_ORIGINAL),
            xmp("exif:DateTimeOriginal"),
            xmp("photoshop:DateCreated"),
            exif(TAG_DATETIME_DIGITIZED, TAG_SUBSECOND_TIME_DIGITIZED, TAG_TIME_ZONE_DIGITIZED),
            xmp("xmp:CreateDate"))
        .flatMap(Optional::stream)
        .findFirst()
        .map(reading -> new CameraClock(reading.local(), reading.offset(), satellites))
        .orElseGet(() -> new CameraClock(null, null, satellites));
  }

  private Optional<Reading> exif(int dateTag, int subSecondsTag, int zoneTag) {
    return tags.text(dateTag)
        .flatMap(ExifTime::reading)
        .map(reading ->
            new Reading(
                tags.text(subSecondsTag)
                    .map(digits -> ExifTime.withSubSeconds(reading.local(), digits))
                    .orElse(reading.local()),
                offset(reading.local(), zoneTag)));
  }

  /// The zone written for this time. Many phones write only the zone of the last change: it counts
  /// when both times are the same reading of the same clock.
  private @Nullable ZoneOffset offset(LocalDateTime time, int zoneTag) {
    return tags.text(zoneTag)
        .flatMap(ExifTime::offset)
        .or(() ->
            tags.text(TAG_TIME_ZONE).filter(zone -> isLastChange(time)).flatMap(ExifTime::offset))
        .orElse(null);
  }

  private boolean isLastChange(LocalDateTime time) {
    return tags.text(TAG_DATETIME)
        .flatMap(ExifTime::reading)
        .filter(change -> change.local().equals(time))
        .isPresent();
  }

  private Optional<Reading> xmp(String property) {
    return xmp.text(property).flatMap(ExifTime::reading);
  }

  private @Nullable Instant satellites() {
    return gps.text(GpsDirectory.TAG_DATE_STAMP)
        .flatMap(date -> ExifTime.satellite(date, gps.numbers(GpsDirectory.TAG_TIME_STAMP)))
        .or(this::satellitesOfXmp)
        .orElse(null);
  }

  /// Always UTC, whether it says so or not.
  private Optional<Instant> satellitesOfXmp() {
    return xmp("exif:GPSTimeStamp")
        .or(() -> xmp("exif:GPSDateTime"))
        .map(reading ->
            reading
                .local()
                .toInstant(reading.offset() == null ? ZoneOffset.UTC : reading.offset()));
  }
}

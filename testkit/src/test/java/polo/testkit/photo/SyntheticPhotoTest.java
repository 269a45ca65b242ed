package polo.testkit.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import com.drew.imaging.ImageMetadataReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.earth.Coordinate;

class SyntheticPhotoTest {

  private static final LocalDateTime NOON = LocalDateTime.of(2026, 5, 8, 12, 34, 56);
  private static final CameraNotes.Gps PENA =
      new CameraNotes.Gps(
          new Coordinate(38.7876, -9.3906), 470.25, Instant.parse("2026-05-08T11:34:56Z"));

  @Test
  void every_tag_reads_back() throws Exception {
    CameraNotes notes =
        CameraNotes.camera(NOON).withOffset(ZoneOffset.ofHours(1)).withOrientation(6).withGps(PENA);

    Metadata metadata = metadata(photo(300, 400, notes).jpeg());

    Directory image = directory(metadata, ExifIFD0Directory.class);
    assertThat(image.getString(ExifIFD0Directory.TAG_MAKE)).isEqualTo("Polo");
    assertThat(image.getString(ExifIFD0Directory.TAG_MODEL)).isEqualTo("Polo M1");
    assertThat(image.getInt(ExifIFD0Directory.TAG_ORIENTATION)).isEqualTo(6);
    assertThat(image.getString(ExifIFD0Directory.TAG_DATETIME)).isEqualTo("2026:05:08 12:34:56");
    assertThat(image.getString(ExifIFD0Directory.TAG_COPYRIGHT)).isEqualTo("(c) Polo");
    Directory exif = directory(metadata, ExifSubIFDDirectory.class);
    assertThat(exif.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL))
        .isEqualTo("2026:05:08 12:34:56");
    assertThat(exif.getString(ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL)).isEqualTo("+01:00");
    assertThat(exif.getDouble(ExifSubIFDDirectory.TAG_EXPOSURE_TIME)).isEqualTo(1 / 250.0);
    assertThat(exif.getDouble(ExifSubIFDDirectory.TAG_FNUMBER)).isEqualTo(5.6);
    assertThat(exif.getInt(ExifSubIFDDirectory.TAG_ISO_EQUIVALENT)).isEqualTo(200);
    assertThat(exif.getDouble(ExifSubIFDDirectory.TAG_FOCAL_LENGTH)).isEqualTo(35);
    assertThat(exif.getString(ExifSubIFDDirectory.TAG_LENS_MODEL)).isEqualTo("Polo 16-55mm f/2.8");
    assertThat(exif.getInt(ExifSubIFDDirectory.TAG_EXIF_IMAGE_WIDTH)).isEqualTo(400);
    assertThat(exif.getInt(ExifSubIFDDirectory.TAG_EXIF_IMAGE_HEIGHT)).isEqualTo(300);
    assertThat(metadata.getDirectories()).allSatisfy(SyntheticPhotoTest::assertWithoutErrors);
  }

  @Test
  void the_position_reads_back() throws Exception {
    byte[] jpeg = photo(40, 30, CameraNotes.phone(NOON).withGps(PENA)).jpeg();

    GpsDirectory gps = directory(metadata(jpeg), GpsDirectory.class);

    GeoLocation location = Objects.requireNonNull(gps.getGeoLocation());
    assertThat(location.getLatitude()).isCloseTo(38.7876, offset(1e-7));
    assertThat(location.getLongitude()).isCloseTo(-9.3906, offset(1e-7));
    assertThat(gps.getDouble(GpsDirectory.TAG_ALTITUDE)).isEqualTo(470.25);
    assertThat(gps.getInt(GpsDirectory.TAG_ALTITUDE_REF)).isZero();
    assertThat(Objects.requireNonNull(gps.getGpsDate()).toInstant()).isEqualTo(PENA.at());
  }

  @ParameterizedTest(name = "{0}, {1}, {2} m")
  @CsvSource({
    "0, 0, 0",
    "-33.999999999, 18.4, 12.5",
    "52.99999999, -179.99999999, -3.2",
    "89.9999, 180, 8848",
    "-90, -0.00001, -420"
  })
  void positions_anywhere_on_earth_read_back(double latitude, double longitude, double altitude)
      throws Exception {
    CameraNotes.Gps there =
        new CameraNotes.Gps(new Coordinate(latitude, longitude), altitude, PENA.at());

    byte[] jpeg = photo(40, 30, CameraNotes.phone(NOON).withGps(there)).jpeg();

    GpsDirectory gps = directory(metadata(jpeg), GpsDirectory.class);
    GeoLocation location = Objects.requireNonNull(gps.getGeoLocation());
    assertThat(location.getLatitude()).isCloseTo(latitude, offset(1e-7));
    assertThat(location.getLongitude()).isCloseTo(longitude, offset(1e-7));
    assertThat(gps.getInt(GpsDirectory.TAG_ALTITUDE_REF)).isEqualTo(altitude < 0 ? 1 : 0);
  }

  @Test
  void what_the_camera_does_not_know_is_absent() throws Exception {
    Metadata metadata = metadata(photo(40, 30, CameraNotes.phone(NOON)).jpeg());

    Directory exif = directory(metadata, ExifSubIFDDirectory.class);

    assertThat(exif.containsTag(ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL)).isFalse();
    assertThat(metadata.containsDirectoryOfType(GpsDirectory.class)).isFalse();
  }

  @Test
  void greenwich_is_written_with_digits() throws Exception {
    byte[] jpeg = photo(40, 30, CameraNotes.phone(NOON).withOffset(ZoneOffset.UTC)).jpeg();

    Directory exif = directory(metadata(jpeg), ExifSubIFDDirectory.class);

    assertThat(exif.getString(ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL)).isEqualTo("+00:00");
  }

  @ParameterizedTest(name = "orientation {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void following_the_orientation_makes_the_picture_upright(int orientation) {
    BufferedImage upright = photo(40, 30, CameraNotes.phone(NOON)).upright();

    BufferedImage stored = new Held(orientation).store(upright);

    assertThat(pixels(follow(orientation, stored))).isEqualTo(pixels(upright));
  }

  @ParameterizedTest
  @EnumSource
  void the_same_photo_has_the_same_bytes(Subject subject) {
    byte[] first = SyntheticPhoto.of(subject, 400, 300, CameraNotes.phone(NOON)).jpeg();

    byte[] second = SyntheticPhoto.of(subject, 400, 300, CameraNotes.phone(NOON)).jpeg();

    assertThat(second).isEqualTo(first);
  }

  @ParameterizedTest(name = "{0} x {1}")
  @CsvSource({"400, 300", "300, 400", "640, 7", "17, 1", "1, 1"})
  void a_decoder_gives_a_picture_of_the_stated_size(int width, int height) throws Exception {
    byte[] jpeg = photo(width, height, CameraNotes.phone(NOON)).jpeg();

    BufferedImage decoded = decode(jpeg);

    assertThat(decoded.getWidth()).isEqualTo(width);
    assertThat(decoded.getHeight()).isEqualTo(height);
  }

  @Test
  void a_corrupt_photo_gives_no_pixels() {
    byte[] jpeg = photo(4_000, 3_000, CameraNotes.phone(NOON)).corrupted().jpeg();

    assertThat(jpeg).startsWith(0xFF, 0xD8, 0xFF, 0xE1).hasSizeGreaterThan(20_000);
    assertThatThrownBy(() -> decode(jpeg)).isInstanceOf(IOException.class);
  }

  @Test
  void only_the_exif_segment_comes_before_the_picture() throws Exception {
    byte[] jpeg = photo(40, 30, CameraNotes.phone(NOON)).jpeg();

    Directory picture = directory(metadata(jpeg), JpegDirectory.class);

    assertThat(jpeg).startsWith(0xFF, 0xD8, 0xFF, 0xE1);
    assertThat(picture.getInt(JpegDirectory.TAG_NUMBER_OF_COMPONENTS)).isEqualTo(3);
  }

  private static SyntheticPhoto photo(int width, int height, CameraNotes notes) {
    return SyntheticPhoto.of(Subject.RIVER, width, height, notes);
  }

  private static Metadata metadata(byte[] jpeg) throws Exception {
    return ImageMetadataReader.readMetadata(new ByteArrayInputStream(jpeg));
  }

  private static <D extends Directory> D directory(Metadata metadata, Class<D> type) {
    return Objects.requireNonNull(metadata.getFirstDirectoryOfType(type));
  }

  private static void assertWithoutErrors(Directory directory) {
    assertThat(directory.getErrors()).as("errors of " + directory.getName()).isEmpty();
  }

  private static BufferedImage decode(byte[] jpeg) throws Exception {
    return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(jpeg)));
  }

  // Another way to say what the orientation means, to check the first: as viewers do it.
  private static BufferedImage follow(int orientation, BufferedImage stored) {
    double width = stored.getWidth();
    double height = stored.getHeight();
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
          case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
          default -> new AffineTransform();
        };
    boolean sideways = orientation >= 5;
    BufferedImage shown =
        new BufferedImage(
            (int) (sideways ? height : width),
            (int) (sideways ? width : height),
            BufferedImage.TYPE_INT_RGB);
    return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
        .filter(stored, shown);
  }

  private static int[] pixels(BufferedImage image) {
    int width = image.getWidth();
    return image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
  }
}

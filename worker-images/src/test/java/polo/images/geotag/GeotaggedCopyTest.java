package polo.images.geotag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.document.Photo.PhotoPosition;
import polo.images.edge.exif.ExtractedFacts;
import polo.images.exif.PhotoFacts;
import polo.images.geotag.GeotaggedCopy.Tagged;
import polo.images.photo.ImageFormat;
import polo.testkit.photo.CameraNotes;
import polo.testkit.photo.Subject;
import polo.testkit.photo.SyntheticPhoto;

class GeotaggedCopyTest {

  private static final PhotoPosition CAPE =
      new PhotoPosition(-34.3567891, 18.4741234, -2.5, "track");
  private static final byte[] PHOTO =
      SyntheticPhoto.of(
              Subject.RIVER,
              64,
              48,
              CameraNotes.camera(LocalDateTime.of(2026, 7, 14, 9, 15))
                  .withOffset(ZoneOffset.ofHours(2)))
          .jpeg();

  /// A directory of one text in the byte order most cameras write.
  private static final byte[] LITTLE_ENDIAN = {
    (byte) 0xff,
    (byte) 0xd8,
    (byte) 0xff,
    (byte) 0xe1,
    0,
    34,
    'E',
    'x',
    'i',
    'f',
    0,
    0,
    'I',
    'I',
    42,
    0,
    8,
    0,
    0,
    0,
    1,
    0,
    0x0f,
    1,
    2,
    0,
    4,
    0,
    0,
    0,
    'A',
    'b',
    'c',
    0,
    0,
    0,
    0,
    0,
    (byte) 0xff,
    (byte) 0xd9
  };

  @TempDir private Path folder;

  @Test
  void the_copy_tells_the_place_and_all_the_original_told() {
    PhotoFacts before = facts(PHOTO);

    PhotoFacts after = facts(copy(PHOTO));

    assertAtTheCape(after);
    assertThat(after.camera()).isEqualTo(before.camera());
    assertThat(after.exposure()).isEqualTo(before.exposure());
    assertThat(after.clock()).isEqualTo(before.clock());
  }

  @Test
  void the_picture_is_the_same_byte_by_byte() {
    byte[] copy = copy(PHOTO);
    int head = 4 + length(PHOTO);

    assertThat(Arrays.copyOfRange(copy, 4 + length(copy), copy.length))
        .isEqualTo(Arrays.copyOfRange(PHOTO, head, PHOTO.length));
  }

  @Test
  void nothing_in_the_old_block_is_moved() {
    byte[] copy = copy(LITTLE_ENDIAN);

    assertThat(Arrays.copyOfRange(copy, 20, 38))
        .isEqualTo(Arrays.copyOfRange(LITTLE_ENDIAN, 20, 38));
    assertAtTheCape(facts(copy));
    assertThat(facts(copy).camera()).isEqualTo(facts(LITTLE_ENDIAN).camera());
  }

  @Test
  void a_jpeg_without_exif_gets_some() {
    byte[] bare = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9};

    assertAtTheCape(facts(copy(bare)));
  }

  @Test
  void what_is_no_jpeg_is_no_copy() {
    assertThat(GeotaggedCopy.of("GIF89a".getBytes(StandardCharsets.ISO_8859_1), CAPE))
        .isEqualTo(new Tagged.Impossible("not a JPEG"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void damaged_exif_is_refused_or_copied_but_never_a_failure(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      byte[] damaged = PHOTO.clone();
      for (int hit = 0; hit < 4; hit++) {
        damaged[2 + random.nextInt(length(PHOTO))] = (byte) random.nextInt(256);
      }

      assertThatCode(() -> GeotaggedCopy.of(damaged, CAPE)).doesNotThrowAnyException();
    }
  }

  @Test
  void exiftool_reads_the_copy_and_finds_no_tag_changed() throws Exception {
    assumeThat(isInstalled()).as("exiftool is not installed").isTrue();
    Path original = Files.write(folder.resolve("original.jpg"), PHOTO);
    Path copy = Files.write(folder.resolve("copy.jpg"), copy(PHOTO));

    String before = exiftool(original, "-G1", "-a", "-u", "-s", "-EXIF:All", "--GPS:All");
    String after = exiftool(copy, "-G1", "-a", "-u", "-s", "-EXIF:All", "--GPS:All");

    assertThat(after).isEqualTo(before).contains("DateTimeOriginal");
    assertThat(exiftool(copy, "-n", "-s3", "-GPSLatitude", "-GPSLongitude", "-GPSAltitude"))
        .startsWith("-34.3567891")
        .contains("18.4741234", "-2.5");
    assertThat(exiftool(copy, "-validate", "-warning")).doesNotContain("Error");
  }

  @Test
  void exiftool_reads_the_sidecar() throws Exception {
    assumeThat(isInstalled()).as("exiftool is not installed").isTrue();
    Path sidecar = Files.writeString(folder.resolve("photo.xmp"), XmpSidecar.of(CAPE));

    assertThat(exiftool(sidecar, "-n", "-s3", "-GPSLatitude", "-GPSLongitude", "-GPSAltitude"))
        .startsWith("-34.3567891")
        .contains("18.4741234", "-2.5");
  }

  private static byte[] copy(byte[] jpeg) {
    return ((Tagged.Copy) GeotaggedCopy.of(jpeg, CAPE)).jpeg();
  }

  /// Of the first segment, without its mark.
  private static int length(byte[] jpeg) {
    return (jpeg[4] & 0xff) << 8 | jpeg[5] & 0xff;
  }

  private static PhotoFacts facts(byte[] jpeg) {
    return new ExtractedFacts().read(jpeg, ImageFormat.JPEG);
  }

  private static void assertAtTheCape(PhotoFacts facts) {
    PhotoPosition position = Objects.requireNonNull(facts.position());
    assertThat(position.lat()).isCloseTo(CAPE.lat(), within(1e-7));
    assertThat(position.lon()).isCloseTo(CAPE.lon(), within(1e-7));
    assertThat(position.altitude()).isEqualTo(-2.5);
  }

  private static boolean isInstalled() {
    return Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
        .anyMatch(path -> Files.isExecutable(Path.of(path, "exiftool")));
  }

  private static String exiftool(Path file, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        Stream.of(Stream.of("exiftool"), Stream.of(arguments), Stream.of(file.toString()))
            .flatMap(part -> part)
            .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}

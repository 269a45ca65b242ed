package polo.images.edge.intake;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;
import polo.common.document.Address;
import polo.common.document.DocumentKey;
import polo.common.document.Envelope;
import polo.common.document.Photo;
import polo.common.document.Photo.Camera;
import polo.common.document.Photo.TakenAt;
import polo.common.document.PhotosIndex;
import polo.common.document.PointsBucket;
import polo.common.document.PointsCodec;
import polo.common.document.Stay;
import polo.common.document.TimelineMonth;
import polo.common.document.TravelMode;
import polo.common.document.TripEntry;
import polo.common.document.UserHead;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;
import polo.common.edge.json.Json;
import polo.common.edge.store.Documents;
import polo.common.edge.store.SqliteDocumentStore;
import polo.common.job.Outcome;
import polo.common.job.PhotoPrivacy;
import polo.common.job.PhotoUploaded;
import polo.common.time.TimeSpan;
import polo.images.edge.settings.ImagesSettings;
import polo.testkit.photo.CameraNotes;
import polo.testkit.photo.Subject;
import polo.testkit.photo.SyntheticPhoto;

/// One user's world: a store, blobs, a worker, and the stay and trip of one morning.
final class World implements AutoCloseable {

  static final String USER = "u1";
  static final Map<String, Long> FIRST = Map.of("polo.photos.v1/0@0", 1L);

  /// The morning: at home until nine, then twenty minutes on foot, a fix a minute.
  static final Instant NINE = Instant.parse("2026-07-14T09:00:00Z");

  static final TimeSpan MORNING =
      new TimeSpan(NINE.minus(Duration.ofHours(1)), NINE.plus(Duration.ofMinutes(20)));

  final TroubledStore store;
  final MemoryBlobStore blobs = new MemoryBlobStore();
  final Documents documents;
  final PhotoJob worker;
  final PhotoLinker linker;

  World(Path folder) {
    store = new TroubledStore(SqliteDocumentStore.open(folder.resolve("store.db")));
    documents = new Documents(store);
    worker = PhotoJob.of(store, blobs, World::address, ImagesSettings.defaults());
    linker = PhotoLinker.of(store, World::address, ImagesSettings.defaults());
  }

  @Override
  public void close() {
    store.close();
  }

  static CameraNotes takenAt(String localUtc) {
    return CameraNotes.phone(LocalDateTime.parse(localUtc)).withOffset(ZoneOffset.UTC);
  }

  PhotoUploaded upload(String photoId, CameraNotes notes) {
    return upload(photoId, SyntheticPhoto.of(Subject.HILLS, 320, 240, notes).jpeg());
  }

  PhotoUploaded upload(String photoId, byte[] original) {
    String blobKey = "originals/u1/%s.jpg".formatted(photoId);
    blobs.remove(blobKey);
    blobs.put(blobKey, original);
    return job(photoId, blobKey, null);
  }

  /// Without anything a camera would write.
  static byte[] jpeg(BufferedImage image, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(output);
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static PhotoUploaded job(String photoId, String blobKey, @Nullable ZoneId zone) {
    return new PhotoUploaded(
        USER,
        photoId,
        blobKey,
        "IMG_1.JPG",
        Instant.parse("2026-08-01T00:00:00Z"),
        zone,
        PhotoPrivacy.STRIP);
  }

  Outcome process(PhotoUploaded job) {
    return worker.process(job, FIRST);
  }

  Photo photo(String photoId) {
    return documents.read(DocumentKey.photo(USER, photoId), Photo.class).orElseThrow().derived();
  }

  TakenAt taken(String photoId) {
    return Objects.requireNonNull(photo(photoId).takenAt());
  }

  Camera camera(String photoId) {
    return Objects.requireNonNull(photo(photoId).camera());
  }

  Address addressOf(String photoId) {
    return Objects.requireNonNull(photo(photoId).address());
  }

  SortedMap<String, Instant> index(String month) {
    return documents
        .read(DocumentKey.photos(USER, YearMonth.parse(month)), PhotosIndex.class)
        .map(index -> index.derived().photos())
        .orElseGet(TreeMap::new);
  }

  List<YearMonth> months() {
    return documents
        .read(DocumentKey.user(USER), UserHead.class)
        .map(head -> head.derived().months())
        .orElse(List.of());
  }

  /// The morning's points and timeline arrive.
  void walk() {
    SortedMap<PointsBucket, List<Fix>> buckets =
        IntStream.rangeClosed(0, 20)
            .mapToObj(minute ->
                Fix.of(NINE.plus(Duration.ofMinutes(minute)), 52.0 + minute / 1000.0, 5.0))
            .collect(
                Collectors.groupingBy(
                    fix -> PointsBucket.of(fix.at()), TreeMap::new, Collectors.toList()));
    buckets.forEach((bucket, fixes) ->
        put(DocumentKey.points(USER, "phone", bucket), PointsCodec.encode(bucket, fixes)));
    YearMonth month = YearMonth.of(2026, 7);
    put(DocumentKey.timeline(USER, month), timeline(month, buckets));
  }

  /// Every document of the user as text, without guards: what two orders of arrival must share.
  SortedMap<String, String> everything() {
    SortedMap<String, String> all = new TreeMap<>();
    for (DocumentKey key : store.keys("", null, 1000)) {
      byte[] json = store.get(key).orElseThrow().json();
      all.put(key.value(), Json.tree(json).get("derived").toString());
    }
    return all;
  }

  /// Every document of the user byte by byte, with its revision.
  SortedMap<String, String> exactly() {
    SortedMap<String, String> all = new TreeMap<>();
    for (DocumentKey key : store.keys("", null, 1000)) {
      var stored = store.get(key).orElseThrow();
      all.put(key.value(), stored.revision() + new String(stored.json(), StandardCharsets.UTF_8));
    }
    return all;
  }

  private <D> void put(DocumentKey key, D says) {
    byte[] json = Json.bytes(Envelope.of(says));
    store.merge(key, old -> Optional.of(json));
  }

  private static TimelineMonth timeline(
      YearMonth month, SortedMap<PointsBucket, List<Fix>> buckets) {
    Stay home = new Stay("stay-1", MORNING.start(), NINE, 52.0, 5.0, 20, 10, "home", false, 1);
    TripEntry trip =
        new TripEntry(
            "trip-1", NINE, MORNING.end(), "stay-1", null, "home", null, 2220, TravelMode.WALK);
    TreeMap<String, List<Long>> chunks = new TreeMap<>();
    chunks.put("phone", buckets.keySet().stream().map(PointsBucket::index).toList());
    return new TimelineMonth(month, List.of(home), List.of(trip), List.of(), List.of(), chunks);
  }

  /// Everything lies in the Netherlands; the town is named after the latitude.
  private static Address address(Coordinate position) {
    String town = "Town %.3f".formatted(position.latitude());
    return new Address(
        "NL", "Netherlands", null, null, town, null, null, "Europe/Amsterdam", "test", "1");
  }
}

package polo.images.edge.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import polo.common.document.Address;
import polo.common.document.CameraClocks;
import polo.common.document.DocumentKey;
import polo.common.document.Photo;
import polo.common.document.PhotosIndex;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Documents;
import polo.common.edge.store.Documents.Versioned;
import polo.common.job.Outcome;
import polo.common.time.TimeSpan;
import polo.images.edge.settings.ImagesSettings;
import polo.images.exif.CameraClock;
import polo.images.geotag.CameraClockRule;
import polo.images.geotag.PhotoLinks;
import polo.images.geotag.PhotoLinks.Moment;
import polo.images.geotag.Whereabouts;

/// Ties stored photos to the stored timeline, and again when the timeline changes. Writes only what
/// differs.
public final class PhotoLinker {

  /// Documents read in one go.
  private static final int BATCH = 64;

  private final Documents documents;
  private final PhotoLinks links;

  PhotoLinker(Documents documents, PhotoLinks links) {
    this.documents = documents;
    this.links = links;
  }

  public static PhotoLinker of(
      DocumentStore store, Function<Coordinate, Address> addressAt, ImagesSettings settings) {
    return new PhotoLinker(
        new Documents(store),
        new PhotoLinks(settings.trackPosition(), settings.clockRule(), addressAt));
  }

  /// Re-evaluates position, address, place, stay and trip of the photos taken in `span`, after the
  /// user's timeline changed there. Done, or Retry when the store could not take it.
  public Outcome relink(String userId, TimeSpan span) {
    StoredTimeline timeline = new StoredTimeline(documents, userId);
    for (List<DocumentKey> batch : batches(photosAround(userId, span))) {
      for (Versioned<Photo> photo : documents.readAll(batch, Photo.class).values()) {
        Optional<Outcome> trouble = relink(userId, photo.derived(), timeline);
        if (trouble.isPresent()) {
          return trouble.get();
        }
      }
    }
    return Outcome.done();
  }

  /// The photo tied to the timeline.
  Photo linked(Photo photo, StoredTimeline timeline) {
    Moment moment = links.moment(photo, timeline.clocks()).orElse(null);
    if (moment == null) {
      return links.link(photo, null, Whereabouts.UNKNOWN, List.of());
    }
    Instant taken = moment.instant();
    List<List<Fix>> tracks =
        hasOwnPosition(photo) ? List.of() : timeline.tracks(taken, links.trackPosition().maxGap());
    return links.link(photo, moment, timeline.whereabouts(taken), tracks);
  }

  /// Ties one photo again, when the timeline as it is now says something else. Absent when done.
  Optional<Outcome> relink(String userId, Photo photo, StoredTimeline timeline) {
    if (linked(photo, timeline).equals(photo)) {
      return Optional.empty();
    }
    return new Updates(documents, Map.of())
        .apply(
            DocumentKey.photo(userId, photo.id()),
            Photo.class,
            before -> before.map(stored -> linked(stored.derived(), timeline)));
  }

  /// Notes what a photo says of its camera's clock, and ties those of that camera again that were
  /// taken about then. Absent when done.
  ///
  /// @param stored that photo was done before; else a job may have died after the note
  Optional<Outcome> compareClocks(
      Updates updates, String userId, Photo photo, CameraClock clock, boolean stored) {
    DocumentKey key = DocumentKey.cameras(userId);
    CameraClockRule rule = links.clockRule();
    Optional<Versioned<CameraClocks>> before = documents.read(key, CameraClocks.class);
    CameraClocks known = before.map(Versioned::derived).orElse(CameraClocks.NONE);
    boolean noted = rule.with(known, photo, clock.gps()).equals(known);
    if (noted && (stored || !known.mentions(photo.id()))) {
      return Optional.empty();
    }
    Optional<Outcome> trouble =
        updates.apply(
            key,
            CameraClocks.class,
            old ->
                Optional.of(
                    rule.with(
                        old.map(Versioned::derived).orElse(CameraClocks.NONE),
                        photo,
                        clock.gps())));
    Instant about = StoredAlbum.filedUnder(photo);
    return trouble.or(() ->
        Optional.of(
                relink(userId, new TimeSpan(about.minus(rule.reach()), about.plus(rule.reach()))))
            .filter(outcome -> !outcome.equals(Outcome.done())));
  }

  /// Ids by the month index. A fix counts for photos taken up to the largest gap away from it, and
  /// up to the largest error away where clocks may be wrong.
  private List<DocumentKey> photosAround(String userId, TimeSpan span) {
    boolean clocksAreRight =
        new StoredTimeline(documents, userId).clocks().equals(CameraClocks.NONE);
    Duration away =
        clocksAreRight
            ? links.trackPosition().maxGap()
            : links.trackPosition().maxGap().plus(links.clockRule().maxError());
    Instant from = span.start().minus(away);
    Instant to = span.end().plus(away);
    List<DocumentKey> indexes = new ArrayList<>();
    YearMonth last = StoredTimeline.monthOf(to);
    for (YearMonth month = StoredTimeline.monthOf(from); !month.isAfter(last); ) {
      indexes.add(DocumentKey.photos(userId, month));
      month = month.plusMonths(1);
    }
    Map<DocumentKey, Versioned<PhotosIndex>> found = documents.readAll(indexes, PhotosIndex.class);
    return indexes.stream()
        .flatMap(key -> Optional.ofNullable(found.get(key)).stream())
        .flatMap(index -> index.derived().photos().entrySet().stream())
        .filter(photo -> !photo.getValue().isBefore(from) && !photo.getValue().isAfter(to))
        .sorted(Map.Entry.comparingByValue())
        .map(photo -> DocumentKey.photo(userId, photo.getKey()))
        .toList();
  }

  private static List<List<DocumentKey>> batches(List<DocumentKey> keys) {
    List<List<DocumentKey>> batches = new ArrayList<>();
    for (int at = 0; at < keys.size(); at += BATCH) {
      batches.add(keys.subList(at, Math.min(keys.size(), at + BATCH)));
    }
    return batches;
  }

  private static boolean hasOwnPosition(Photo photo) {
    return photo.position() != null && photo.position().source().equals("exif");
  }
}

package polo.images.edge.intake;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import polo.common.document.DocumentKey;
import polo.common.document.Photo;
import polo.common.document.PhotosIndex;
import polo.common.document.UserHead;
import polo.common.edge.store.Documents;
import polo.common.edge.store.Documents.Versioned;
import polo.common.job.Outcome;

/// Puts a photo where it is found again: its document, and the month indexes that lead to it.
///
/// The order matters. The index comes first, so that a change of the timeline from then on finds
/// the photo; the document comes last, so that a job that dies on the way finds the old document
/// and knows which index entry must go.
final class PhotoShelf {

  private final Documents documents;
  private final PhotoLinker linker;
  private final String userId;
  private final Map<String, Long> because;
  private final Updates updates;

  PhotoShelf(Documents documents, PhotoLinker linker, String userId, Map<String, Long> because) {
    this.documents = documents;
    this.linker = linker;
    this.userId = userId;
    this.because = because;
    this.updates = new Updates(documents, because);
  }

  Optional<Versioned<Photo>> find(String photoId) {
    return documents.read(DocumentKey.photo(userId, photoId), Photo.class);
  }

  /// True when a later job of the same source wrote it: this one comes late and has no say.
  boolean isOvertaken(Versioned<Photo> stored) {
    Map<String, Long> guard = stored.envelope().guard();
    return because.entrySet().stream()
        .anyMatch(job -> guard.getOrDefault(job.getKey(), Long.MIN_VALUE) > job.getValue());
  }

  /// Absent when the photo is filed, tied to the timeline and stored; else how the job ends.
  Optional<Outcome> put(Photo photo, Optional<Versioned<Photo>> before) {
    return file(photo)
        .or(() -> before.flatMap(old -> unfile(old.derived(), photo)))
        .or(() -> store(photo))
        .or(() -> tieAgain(photo.id()));
  }

  private Optional<Outcome> file(Photo photo) {
    Instant instant = filedUnder(photo);
    YearMonth month = StoredTimeline.monthOf(instant);
    return updates
        .apply(
            DocumentKey.photos(userId, month),
            PhotosIndex.class,
            before -> Optional.of(with(before, photo.id(), instant)))
        .or(() ->
            updates.apply(
                DocumentKey.user(userId),
                UserHead.class,
                before -> Optional.of(with(before, month))));
  }

  private Optional<Outcome> unfile(Photo old, Photo photo) {
    YearMonth month = StoredTimeline.monthOf(filedUnder(old));
    if (month.equals(StoredTimeline.monthOf(filedUnder(photo)))) {
      return Optional.empty();
    }
    return updates.apply(
        DocumentKey.photos(userId, month),
        PhotosIndex.class,
        before -> before.map(index -> without(index.derived(), photo.id())));
  }

  private Optional<Outcome> store(Photo photo) {
    return updates.apply(
        DocumentKey.photo(userId, photo.id()),
        Photo.class,
        before ->
            before.filter(this::isOvertaken).isPresent()
                ? Optional.empty()
                : Optional.of(linker.linked(photo, new StoredTimeline(documents, userId))));
  }

  /// The timeline may have changed between reading it and storing the photo, and whoever changed it
  /// did not see the photo yet.
  private Optional<Outcome> tieAgain(String photoId) {
    return find(photoId)
        .flatMap(stored ->
            linker.relink(userId, stored.derived(), new StoredTimeline(documents, userId)));
  }

  private static Instant filedUnder(Photo photo) {
    return Optional.ofNullable(photo.takenAt())
        .flatMap(taken -> Optional.ofNullable(taken.instant()))
        .orElse(photo.uploadedAt());
  }

  private static PhotosIndex with(
      Optional<Versioned<PhotosIndex>> before, String photoId, Instant instant) {
    TreeMap<String, Instant> photos = new TreeMap<>();
    before.ifPresent(index -> photos.putAll(index.derived().photos()));
    photos.put(photoId, instant);
    return new PhotosIndex(photos);
  }

  private static PhotosIndex without(PhotosIndex index, String photoId) {
    TreeMap<String, Instant> photos = new TreeMap<>(index.photos());
    photos.remove(photoId);
    return new PhotosIndex(photos);
  }

  private UserHead with(Optional<Versioned<UserHead>> before, YearMonth month) {
    UserHead head = before.map(Versioned::derived).orElseGet(() -> UserHead.empty(userId));
    TreeSet<YearMonth> months = new TreeSet<>(head.months());
    return months.add(month)
        ? new UserHead(
            userId, new ArrayList<>(months), head.devices(), head.homePlaceId(), head.journeyIds())
        : head;
  }
}

package polo.images.edge.intake;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import polo.common.document.DocumentKey;
import polo.common.document.Photo;
import polo.common.document.PhotosIndex;
import polo.common.document.UserHead;
import polo.common.edge.store.Documents;
import polo.common.edge.store.Documents.Versioned;
import polo.common.job.Outcome;
import polo.images.exif.CameraClock;
import polo.images.impression.Likeness;

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
  private final StoredAlbum album;

  PhotoShelf(Documents documents, PhotoLinker linker, String userId, Map<String, Long> because) {
    this.documents = documents;
    this.linker = linker;
    this.userId = userId;
    this.because = because;
    this.updates = new Updates(documents, because);
    this.album = new StoredAlbum(documents, userId, Likeness.defaults());
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
  ///
  /// @param clock what the camera wrote about the time
  Optional<Outcome> put(Photo photo, CameraClock clock, Optional<Versioned<Photo>> before) {
    return file(photo)
        .or(() -> before.flatMap(old -> unfile(old.derived(), photo)))
        .or(() -> linker.compareClocks(updates, userId, photo, clock, before.isPresent()))
        .or(() -> store(photo))
        .or(() -> tieAgain(photo.id()))
        .or(() -> compare(photo.id(), before));
  }

  private Optional<Outcome> file(Photo photo) {
    Instant instant = StoredAlbum.filedUnder(photo);
    YearMonth month = StoredTimeline.monthOf(instant);
    return updates
        .apply(
            DocumentKey.photos(userId, month),
            PhotosIndex.class,
            before -> Optional.of(with(before, photo, instant)))
        .or(() ->
            updates.apply(
                DocumentKey.user(userId),
                UserHead.class,
                before -> Optional.of(with(before, month))));
  }

  private Optional<Outcome> unfile(Photo old, Photo photo) {
    YearMonth month = StoredTimeline.monthOf(StoredAlbum.filedUnder(old));
    if (month.equals(StoredTimeline.monthOf(StoredAlbum.filedUnder(photo)))) {
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
                : Optional.of(
                    linker.linked(
                        album.withSimilar(photo), new StoredTimeline(documents, userId))));
  }

  /// The timeline may have changed between reading it and storing the photo, and whoever changed it
  /// did not see the photo yet.
  private Optional<Outcome> tieAgain(String photoId) {
    return find(photoId)
        .flatMap(stored ->
            linker.relink(userId, stored.derived(), new StoredTimeline(documents, userId)));
  }

  /// Tells the photo and all that look or looked like it of each other. Photos that were stored
  /// meanwhile are in the index by now, or will tell this one when they are.
  private Optional<Outcome> compare(String photoId, Optional<Versioned<Photo>> before) {
    Optional<Outcome> trouble = compare(photoId);
    SortedSet<String> others = new TreeSet<>();
    before.ifPresent(old -> others.addAll(old.derived().similar()));
    find(photoId).ifPresent(now -> others.addAll(now.derived().similar()));
    for (String other : others) {
      trouble = trouble.or(() -> compare(other));
    }
    return trouble;
  }

  /// A comparison is the cause of nothing a job would have to remember.
  private Optional<Outcome> compare(String photoId) {
    return new Updates(documents, Map.of())
        .apply(
            DocumentKey.photo(userId, photoId),
            Photo.class,
            stored -> stored.map(photo -> album.withSimilar(photo.derived())));
  }

  private static PhotosIndex with(
      Optional<Versioned<PhotosIndex>> before, Photo photo, Instant instant) {
    TreeMap<String, Instant> photos = new TreeMap<>();
    TreeMap<String, String> hashes = new TreeMap<>();
    before.ifPresent(index -> photos.putAll(index.derived().photos()));
    before.ifPresent(index -> hashes.putAll(index.derived().hashes()));
    photos.put(photo.id(), instant);
    String hash = StoredAlbum.hashOf(photo);
    if (hash == null) {
      hashes.remove(photo.id());
    } else {
      hashes.put(photo.id(), hash);
    }
    return new PhotosIndex(photos, hashes);
  }

  private static PhotosIndex without(PhotosIndex index, String photoId) {
    TreeMap<String, Instant> photos = new TreeMap<>(index.photos());
    TreeMap<String, String> hashes = new TreeMap<>(index.hashes());
    photos.remove(photoId);
    hashes.remove(photoId);
    return new PhotosIndex(photos, hashes);
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

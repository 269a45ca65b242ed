package polo.images.edge.intake;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import polo.common.document.DocumentKey;
import polo.common.document.Photo;
import polo.common.document.Photo.Impression;
import polo.common.document.PhotosIndex;
import polo.common.edge.store.Documents;
import polo.images.impression.Likeness;

/// The month indexes of a user's photos as they are stored now.
record StoredAlbum(Documents documents, String userId, Likeness likeness) {

  /// What a photo is filed under: when it was taken, or else uploaded.
  static Instant filedUnder(Photo photo) {
    return Optional.ofNullable(photo.takenAt())
        .flatMap(taken -> Optional.ofNullable(taken.instant()))
        .orElse(photo.uploadedAt());
  }

  /// The photo with all that show the same, of its month and those beside it. Further away nobody
  /// looks: the indexes of three months are small and at hand, and copies mostly carry the time of
  /// their original.
  Photo withSimilar(Photo photo) {
    String hash = hashOf(photo);
    return hash == null
        ? photo.withSimilar(List.of())
        : photo.withSimilar(likeness.like(photo.id(), hash, hashesAround(photo)));
  }

  static @Nullable String hashOf(Photo photo) {
    Impression impression = photo.impression();
    return impression == null ? null : impression.hash();
  }

  private Map<String, String> hashesAround(Photo photo) {
    YearMonth month = StoredTimeline.monthOf(filedUnder(photo));
    List<DocumentKey> keys =
        Stream.of(month.minusMonths(1), month, month.plusMonths(1))
            .map(of -> DocumentKey.photos(userId, of))
            .toList();
    Map<String, String> hashes = new TreeMap<>();
    documents
        .readAll(keys, PhotosIndex.class)
        .values()
        .forEach(index -> hashes.putAll(index.derived().hashes()));
    return hashes;
  }
}

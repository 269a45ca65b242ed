package polo.common.document;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A month of a user's photos.
///
/// @param photos id to the instant it is filed under: taken, or else uploaded
/// @param hashes id to the perceptual hash of those that have one, see [Photo.Impression]: so that
///   photos that show the same are found without reading photos
public record PhotosIndex(SortedMap<String, Instant> photos, SortedMap<String, String> hashes) {

  public PhotosIndex {
    photos = Collections.unmodifiableSortedMap(new TreeMap<>(photos));
    hashes = Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
  }

  /// Photos that nobody looked at yet.
  public PhotosIndex(SortedMap<String, Instant> photos) {
    this(photos, new TreeMap<>());
  }
}

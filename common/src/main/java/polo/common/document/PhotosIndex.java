package polo.common.document;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A month of a user's photos: id to the instant it is filed under (taken, or else uploaded).
public record PhotosIndex(SortedMap<String, Instant> photos) {

  public PhotosIndex {
    photos = Collections.unmodifiableSortedMap(new TreeMap<>(photos));
  }
}

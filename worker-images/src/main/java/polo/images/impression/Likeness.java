package polo.images.impression;

import java.util.List;
import java.util.Map;

/// Finds photos that show the same: copies in other sizes, qualities and formats, turned or
/// mirrored ones, and neighbours in a burst.
///
/// Six bits of 63: of 79 real photos copies differed in at most 2, other pictures in at least 15.
///
/// @param maxDistance bits in which the [PerceptualHash]es may differ
public record Likeness(int maxDistance) {

  public static Likeness defaults() {
    return new Likeness(6);
  }

  /// The others like this one, ascending. Linear in the number of hashes: some nanoseconds each.
  ///
  /// @param hashes by photo id
  public List<String> like(String photoId, String hash, Map<String, String> hashes) {
    long own = PerceptualHash.parse(hash);
    return hashes.entrySet().stream()
        .filter(other -> !other.getKey().equals(photoId))
        .filter(other ->
            PerceptualHash.distance(own, PerceptualHash.parse(other.getValue())) <= maxDistance)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}

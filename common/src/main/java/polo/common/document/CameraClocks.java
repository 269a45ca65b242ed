package polo.common.document;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// When the clocks of a user's cameras were compared with the satellites': by photos that have the
/// time of both. Only cameras that don't write their zone are listed.
///
/// @param cameras by make and model, the comparisons in order of time
public record CameraClocks(SortedMap<String, List<Comparison>> cameras) {

  public static final CameraClocks NONE = new CameraClocks(new TreeMap<>());

  public CameraClocks {
    TreeMap<String, List<Comparison>> sorted = new TreeMap<>();
    cameras.forEach((camera, comparisons) -> sorted.put(camera, List.copyOf(comparisons)));
    cameras = Collections.unmodifiableSortedMap(sorted);
  }

  public boolean mentions(String photoId) {
    return cameras.values().stream()
        .flatMap(List::stream)
        .anyMatch(one -> one.photoId().equals(photoId));
  }

  /// One photo's two clocks.
  ///
  /// @param satellites UTC
  /// @param aheadSeconds what the camera showed, read as if it were UTC, less the satellites' time:
  ///   its zone and its error in one
  public record Comparison(String photoId, Instant satellites, long aheadSeconds) {}
}

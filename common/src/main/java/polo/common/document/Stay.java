package polo.common.document;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Time spent in one spot.
///
/// @param lat weighted centre, degrees
/// @param lon weighted centre, degrees
/// @param radiusMeters spread of the fixes around the centre
/// @param fixes how many fixes it rests on
/// @param placeId the place it is a visit of; absent when the spot is not (yet) worth a place
/// @param inferred true when part of it rests on silence rather than on fixes
/// @param confidence 0 to 1
public record Stay(
    String id,
    Instant start,
    Instant end,
    double lat,
    double lon,
    double radiusMeters,
    int fixes,
    @Nullable String placeId,
    boolean inferred,
    double confidence) {

  /// The same stay under another id.
  public Stay withId(String newId) {
    return new Stay(
        newId, start, end, lat, lon, radiusMeters, fixes, placeId, inferred, confidence);
  }

  /// The same stay as a visit of a place, or of none.
  public Stay withPlace(@Nullable String newPlaceId) {
    if (Objects.equals(placeId, newPlaceId)) {
      return this;
    }
    return new Stay(
        id, start, end, lat, lon, radiusMeters, fixes, newPlaceId, inferred, confidence);
  }
}

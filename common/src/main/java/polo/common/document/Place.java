package polo.common.document;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A spot the user returns to.
///
/// @param lat dwell-weighted mean of its visits, degrees
/// @param lon dwell-weighted mean of its visits, degrees
/// @param radiusMeters within which visits lie
/// @param address absent until geocoded
/// @param aliases ids of places merged into this one
public record Place(
    String id,
    double lat,
    double lon,
    double radiusMeters,
    int visits,
    double dwellSeconds,
    Instant firstSeen,
    Instant lastSeen,
    @Nullable Address address,
    List<String> aliases) {

  public Place {
    aliases = List.copyOf(aliases);
  }

  /// The same place with an address.
  public Place withAddress(Address newAddress) {
    return new Place(
        id, lat, lon, radiusMeters, visits, dwellSeconds, firstSeen, lastSeen, newAddress, aliases);
  }
}

package polo.common.document;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A spot the user returns to, or has pinned.
///
/// @param lat dwell-weighted mean of its visits, or where the user put it, degrees
/// @param lon dwell-weighted mean of its visits, or where the user put it, degrees
/// @param radiusMeters within which visits lie
/// @param firstSeen absent for a place the user made and was never seen at
/// @param lastSeen likewise
/// @param address absent until geocoded
/// @param aliases ids of places that became part of this one
/// @param name the user's; absent for none
/// @param hidden true when the user does not want to see it
/// @param use what it is to the user; absent when it has no visits, or was not settled yet
public record Place(
    String id,
    double lat,
    double lon,
    double radiusMeters,
    int visits,
    double dwellSeconds,
    @Nullable Instant firstSeen,
    @Nullable Instant lastSeen,
    @Nullable Address address,
    List<String> aliases,
    @Nullable String name,
    boolean hidden,
    @Nullable PlaceUse use) {

  public Place {
    aliases = List.copyOf(aliases);
  }

  /// A place as it was found, with nothing the user did.
  public Place(
      String id,
      double lat,
      double lon,
      double radiusMeters,
      int visits,
      double dwellSeconds,
      @Nullable Instant firstSeen,
      @Nullable Instant lastSeen,
      @Nullable Address address,
      List<String> aliases) {
    this(
        id,
        lat,
        lon,
        radiusMeters,
        visits,
        dwellSeconds,
        firstSeen,
        lastSeen,
        address,
        aliases,
        null,
        false,
        null);
  }

  /// The same place with an address.
  public Place withAddress(Address newAddress) {
    return new Place(
        id,
        lat,
        lon,
        radiusMeters,
        visits,
        dwellSeconds,
        firstSeen,
        lastSeen,
        newAddress,
        aliases,
        name,
        hidden,
        use);
  }

  /// The same place, and what it is to the user.
  public Place withUse(@Nullable PlaceUse newUse) {
    return new Place(
        id,
        lat,
        lon,
        radiusMeters,
        visits,
        dwellSeconds,
        firstSeen,
        lastSeen,
        address,
        aliases,
        name,
        hidden,
        newUse);
  }

  /// The same place under another id.
  public Place withId(String newId) {
    return new Place(
        newId,
        lat,
        lon,
        radiusMeters,
        visits,
        dwellSeconds,
        firstSeen,
        lastSeen,
        address,
        aliases,
        name,
        hidden,
        use);
  }

  /// The same place with other aliases.
  public Place withAliases(List<String> newAliases) {
    return new Place(
        id,
        lat,
        lon,
        radiusMeters,
        visits,
        dwellSeconds,
        firstSeen,
        lastSeen,
        address,
        newAliases,
        name,
        hidden,
        use);
  }
}

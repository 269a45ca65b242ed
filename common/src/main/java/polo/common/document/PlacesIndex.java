package polo.common.document;

import java.util.List;

/// All places of a user, small enough to read at every derivation.
public record PlacesIndex(List<Entry> places) {

  public PlacesIndex {
    places = List.copyOf(places);
  }

  /// One place: id, centre in degrees, radius in metres.
  public record Entry(String id, double lat, double lon, double radiusMeters, int visits) {}
}

package polo.common.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All places of a user, small enough to read at every derivation.
///
/// @param carried ids that places keep from earlier derivations, by id
/// @param derivation that found the places, and the journeys between them; absent in documents
///   older than versions
public record PlacesIndex(
    List<Entry> places, List<CarriedPlace> carried, @Nullable DerivationVersion derivation) {

  public PlacesIndex {
    places = List.copyOf(places);
    carried = List.copyOf(carried);
  }

  /// Places of no known version.
  public PlacesIndex(List<Entry> places) {
    this(places, List.of(), null);
  }

  /// What made it; [DerivationVersion#UNKNOWN] when it does not say.
  public DerivationVersion madeBy() {
    return derivation == null ? DerivationVersion.UNKNOWN : derivation;
  }

  /// One place: id, centre in degrees, radius in metres.
  public record Entry(String id, double lat, double lon, double radiusMeters, int visits) {}
}

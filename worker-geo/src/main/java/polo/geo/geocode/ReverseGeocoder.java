package polo.geo.geocode;

import polo.common.document.Address;
import polo.common.earth.Coordinate;

/// Says where on the map of people a position is.
///
/// The answer is a pure function of the position and of the geocoder's data set: asking twice gives
/// the same address. It never fails and never waits for a network; at sea or in the wild, levels of
/// the address are absent.
@FunctionalInterface
public interface ReverseGeocoder {

  Address addressOf(Coordinate position);

  /// The address with all that is known about it: several times dearer.
  ///
  /// @param accuracyMeters how far the position may be from the truth; 0 when it is exact
  default Answer answerAt(Coordinate position, double accuracyMeters) {
    return Answer.of(addressOf(position));
  }
}

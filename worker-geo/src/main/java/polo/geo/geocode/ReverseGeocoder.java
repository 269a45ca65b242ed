package polo.geo.geocode;

import polo.common.document.Address;
import polo.common.earth.Coordinate;

/// Says where on the map of people a position is.
///
/// The answer is a pure function of the position and of the geocoder's data set: asking twice gives
/// the same address. It never fails and never waits for a network; at sea or in the wild, levels of
/// the address are absent.
public interface ReverseGeocoder {

  Address addressOf(Coordinate position);
}

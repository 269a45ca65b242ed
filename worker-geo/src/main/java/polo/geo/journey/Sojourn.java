package polo.geo.journey;

import java.time.ZoneId;
import java.util.Optional;
import polo.common.document.Address;
import polo.common.document.Stay;
import polo.common.earth.Coordinate;
import polo.common.time.TimeSpan;
import polo.geo.geocode.ReverseGeocoder;

/// A stay and where on the map of people it is.
record Sojourn(Stay stay, Address address, ZoneId zone) {

  static Sojourn of(Stay stay, ReverseGeocoder geocoder) {
    Address address = geocoder.addressOf(new Coordinate(stay.lat(), stay.lon()));
    return new Sojourn(stay, address, TimeZones.of(stay, address));
  }

  TimeSpan span() {
    return new TimeSpan(stay.start(), stay.end());
  }

  long nights() {
    return Nights.in(span(), zone);
  }

  double seconds() {
    return span().duration().toMillis() / 1000.0;
  }

  double metersTo(Sojourn other) {
    return Coordinate.metersBetween(stay.lat(), stay.lon(), other.stay.lat(), other.stay.lon());
  }

  boolean isAt(String placeId) {
    return placeId.equals(stay.placeId());
  }

  Optional<String> city() {
    return Optional.ofNullable(address.city());
  }

  /// The nearest place that has a name, which in a city may be a quarter of it.
  Optional<String> village() {
    return Optional.ofNullable(address.place());
  }

  Optional<String> country() {
    return Optional.ofNullable(address.country());
  }

  Optional<String> countryCode() {
    return Optional.ofNullable(address.countryCode());
  }
}

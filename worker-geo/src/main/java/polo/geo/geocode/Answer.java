package polo.geo.geocode;

import java.util.List;
import org.jspecify.annotations.Nullable;
import polo.common.document.Address;

/// An address, and how much to believe of it.
///
/// @param regionIsoCode ISO 3166-2 code of the region, of the edition the data set has; absent
///   where none is known
/// @param suburb the part of the city; absent outside one
/// @param bearingDegrees from the position towards the address's place, clockwise from north;
///   absent without a place
/// @param borderMeters to the nearest border between two countries; absent when it is further than
///   the geocoder looks
/// @param ambiguous countries that the position may be in as well, since its accuracy reaches over
///   their border; sorted
/// @param disputed countries that claim the position, the one that the address names first; empty
///   where there is no dispute
public record Answer(
    Address address,
    @Nullable String regionIsoCode,
    @Nullable String suburb,
    @Nullable Double bearingDegrees,
    @Nullable Double borderMeters,
    List<String> ambiguous,
    List<String> disputed,
    Confidence confidence) {

  public Answer {
    ambiguous = List.copyOf(ambiguous);
    disputed = List.copyOf(disputed);
  }

  /// Of a geocoder that knows no more than addresses.
  public static Answer of(Address address) {
    return new Answer(address, null, null, null, null, List.of(), List.of(), Confidence.UNKNOWN);
  }

  /// How likely each level is right, from 0 to 1; absent where the level is, or is not judged.
  /// Ranks answers; it isn't a calibrated probability.
  public record Confidence(
      @Nullable Double country, @Nullable Double region, @Nullable Double city) {

    static final Confidence UNKNOWN = new Confidence(null, null, null);
  }
}

package polo.geo.trip;

import polo.common.document.TravelMode;

/// The mode of a way without a fix on it: only a flight gives itself away, by its average speed,
/// which the hours at airports may halve.
///
/// @param flightMps slower is no flight
/// @param flightMeters nor is what is shorter
public record UnseenRules(double flightMps, double flightMeters) {

  public static final UnseenRules DEFAULT = new UnseenRules(35, 100_000);

  private static final double FLIGHT_CONFIDENCE = 0.7;
  private static final double UNKNOWN_CONFIDENCE = 0.3;

  /// A mode and how sure it is, 0 to 1.
  record Verdict(TravelMode mode, double confidence) {}

  Verdict verdict(double meters, double seconds) {
    return meters >= flightMeters && meters >= flightMps * seconds
        ? new Verdict(TravelMode.FLIGHT, FLIGHT_CONFIDENCE)
        : new Verdict(TravelMode.UNKNOWN, UNKNOWN_CONFIDENCE);
  }
}

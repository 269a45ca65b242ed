package polo.common.document;

import java.time.Instant;

/// Movement by one mode.
///
/// @param polyline encoded, precision 5, simplified
public record Leg(
    Instant start,
    Instant end,
    TravelMode mode,
    double confidence,
    double distanceMeters,
    String polyline) {}

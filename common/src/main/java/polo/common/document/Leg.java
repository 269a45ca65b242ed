package polo.common.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Movement by one mode.
///
/// @param confidence how probable the mode is, 0 to 1
/// @param polyline encoded, precision 5, simplified
/// @param inferred true when no fix was seen between its ends, as in a tunnel or in the air
/// @param evidence absent when nothing was seen, and in documents older than it
public record Leg(
    Instant start,
    Instant end,
    TravelMode mode,
    double confidence,
    double distanceMeters,
    String polyline,
    boolean inferred,
    @Nullable LegEvidence evidence) {}

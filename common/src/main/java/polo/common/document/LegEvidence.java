package polo.common.document;

import org.jspecify.annotations.Nullable;

/// What a leg's mode was told by.
///
/// @param medianSpeedMps of the time in motion, over 20 s or more
/// @param p95SpeedMps not exceeded for 95 % of the time in motion
/// @param stopsPerKm how often it came to rest
/// @param turnDegreesPerKm by how much it changed direction; absent when fixes are too far apart
/// @param runnerUp the next likely mode; absent when no other is possible
/// @param runnerUpConfidence how probable that is, 0 to 1
/// @param hint what the phone itself said most: `walking`, `running`, `on_foot`, `cycling` or
///   `riding`; absent when it said none of these
/// @param hintShare of the fixes those that said so, 0 to 1; absent without a hint
public record LegEvidence(
    double medianSpeedMps,
    double p95SpeedMps,
    double stopsPerKm,
    @Nullable Double turnDegreesPerKm,
    @Nullable TravelMode runnerUp,
    double runnerUpConfidence,
    @Nullable String hint,
    @Nullable Double hintShare) {}

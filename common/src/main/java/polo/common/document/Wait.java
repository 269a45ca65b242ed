package polo.common.document;

import java.time.Instant;

/// A pause on the way that is part of a trip: for a bus, at a crossing, while changing trains.
///
/// @param lat weighted centre, degrees
/// @param lon weighted centre, degrees
public record Wait(Instant start, Instant end, double lat, double lon) {}

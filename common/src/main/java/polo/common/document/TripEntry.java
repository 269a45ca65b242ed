package polo.common.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A trip's line in the month's index; the whole trip is a document of its own.
public record TripEntry(
    String id,
    Instant start,
    Instant end,
    @Nullable String fromStayId,
    @Nullable String toStayId,
    @Nullable String fromPlaceId,
    @Nullable String toPlaceId,
    double distanceMeters,
    TravelMode mode) {}

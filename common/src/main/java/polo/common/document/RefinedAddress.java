package polo.common.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a geocoding provider knows of a place beyond its [Address]: written beside what is derived,
/// as the member `refined` of the place's document. Country, region, town and time zone stay those
/// of the address.
///
/// @param cell of the place when it was asked for, see [polo.common.earth.Geohash]; a place that
///   has moved to another cell since has no refined address until it is asked for again
/// @param name of what is there: a shop, a station
/// @param source which provider answered
/// @param attribution what must be shown wherever the rest of it is shown
/// @param at when it answered
public record RefinedAddress(
    String cell,
    @Nullable String name,
    @Nullable String street,
    @Nullable String houseNumber,
    @Nullable String postcode,
    @Nullable String district,
    @Nullable String city,
    String source,
    String attribution,
    Instant at) {}

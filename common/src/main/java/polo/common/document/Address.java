package polo.common.document;

import org.jspecify.annotations.Nullable;

/// Where on the map of people a position is. Levels that don't apply (at sea, in the wild) are
/// absent.
///
/// @param countryCode ISO 3166-1 alpha-2
/// @param regionCode GeoNames admin1 code within the country
/// @param place the nearest populated place of any size
/// @param distanceMeters to that place
/// @param timeZone IANA name
/// @param source which geocoder answered
/// @param dataset version of its data
public record Address(
    @Nullable String countryCode,
    @Nullable String country,
    @Nullable String regionCode,
    @Nullable String region,
    @Nullable String city,
    @Nullable String place,
    @Nullable Double distanceMeters,
    @Nullable String timeZone,
    String source,
    String dataset) {}

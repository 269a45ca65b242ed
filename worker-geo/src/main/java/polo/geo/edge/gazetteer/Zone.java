package polo.geo.edge.gazetteer;

import org.jspecify.annotations.Nullable;

/// The country and the time zone of a position.
///
/// @param countryCode absent on the open sea
/// @param timeZone IANA name; on the open sea a nautical one, `Etc/GMT+3`
public record Zone(@Nullable String countryCode, String timeZone) {}

package polo.geo.edge.gazetteer;

import org.jspecify.annotations.Nullable;

/// What an area of the zone layer says: one country's part of a time zone.
///
/// @param countryCode absent for the open sea
/// @param timeZone IANA name; absent for uninhabited islands which have none
record Claim(@Nullable String countryCode, @Nullable String timeZone) {

  /// Reads a label: `Europe/Amsterdam|NL`.
  static Claim of(String label) {
    int bar = label.indexOf('|');
    return new Claim(
        presentOrNull(label.substring(bar + 1)), presentOrNull(label.substring(0, bar)));
  }

  private static @Nullable String presentOrNull(String text) {
    return text.isEmpty() ? null : text;
  }
}

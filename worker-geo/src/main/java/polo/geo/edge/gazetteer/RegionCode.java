package polo.geo.edge.gazetteer;

import org.jspecify.annotations.Nullable;

/// A first-level region by GeoNames' code, written `NL.09`; or, where an area matches none of
/// GeoNames' regions, by ISO's, written `LU.|LU-D`.
///
/// @param admin1 code within the country; empty where a place has none
/// @param isoCode ISO 3166-2, of areas without GeoNames' code alone
/// @param label all of it
record RegionCode(String countryCode, String admin1, @Nullable String isoCode, String label) {

  RegionCode(String countryCode, String admin1) {
    this(countryCode, admin1, null, countryCode + "." + admin1);
  }

  static RegionCode byIso(String countryCode, String isoCode) {
    return new RegionCode(countryCode, "", isoCode, countryCode + ".|" + isoCode);
  }

  static RegionCode of(String label) {
    int dot = label.indexOf('.');
    int bar = label.indexOf('|');
    String countryCode = label.substring(0, dot);
    return bar < 0
        ? new RegionCode(countryCode, label.substring(dot + 1))
        : byIso(countryCode, label.substring(bar + 1));
  }

  @Override
  public String toString() {
    return label;
  }
}

package polo.geo.edge.gazetteer;

import java.util.Optional;

/// One of Natural Earth's regions, and how GeoNames and ISO call it.
///
/// @param area name of its area
/// @param isoCode ISO 3166-2, of the edition that Natural Earth had; empty when it has none
/// @param geoNamesCode the region that most places within have; may be empty
/// @param purity share of places that have it
/// @param votes number of places
record NaturalRegion(
    String area,
    String countryCode,
    String isoCode,
    String geoNamesCode,
    double purity,
    int votes) {

  /// Below this share of places that agree, a region's area isn't trusted with a code.
  static final double TRUSTED_PURITY = 0.7;

  /// Marks the codes that Natural Earth made up.
  private static final String OWN_CODE = "~";

  static NaturalRegion of(String[] columns) {
    boolean isIso = !columns[2].contains(OWN_CODE) && columns[2].startsWith(columns[1] + "-");
    return new NaturalRegion(
        columns[0],
        columns[1],
        isIso ? columns[2] : "",
        columns[7],
        Double.parseDouble(columns[8]),
        Integer.parseInt(columns[9]));
  }

  boolean isTrusted() {
    return purity >= TRUSTED_PURITY && !geoNamesCode.isEmpty();
  }

  /// As [RegionCode] reads it.
  Optional<String> label() {
    if (isTrusted()) {
      return Optional.of(geoNamesCode);
    }
    return isoCode.isEmpty()
        ? Optional.empty()
        : Optional.of(RegionCode.byIso(countryCode, isoCode).label());
  }
}

package polo.geo.edge.gazetteer;

/// A first-level region by GeoNames' code, written `NL.09`.
///
/// @param admin1 code within the country; empty where a place has none
/// @param label both
record RegionCode(String countryCode, String admin1, String label) {

  RegionCode(String countryCode, String admin1) {
    this(countryCode, admin1, countryCode + "." + admin1);
  }

  static RegionCode of(String label) {
    int dot = label.indexOf('.');
    return new RegionCode(label.substring(0, dot), label.substring(dot + 1));
  }

  @Override
  public String toString() {
    return label;
  }
}

package polo.geo.edge.gazetteer;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import polo.geo.edge.geodata.Shape;

/// How the label of an area is made from the attributes of its shape.
///
/// @param geoNamesOf label of the region by ISO 3166-2
record AreaCode(BoundaryLayer layer, Map<String, String> geoNamesOf) {

  private static final Map<String, String> TWO_LETTERS = new HashMap<>();

  static {
    for (String two : Locale.getISOCountries()) {
      TWO_LETTERS.put(two, two);
      TWO_LETTERS.put(Locale.of("", two).getISO3Country(), two);
    }
  }

  static AreaCode of(BoundaryLayer layer, Map<String, String> isoCodes) {
    Map<String, String> byIso = new HashMap<>();
    isoCodes.forEach((region, iso) ->
        byIso.merge(iso, region, (some, other) -> some.compareTo(other) < 0 ? some : other));
    return new AreaCode(layer, byIso);
  }

  /// A country's code, a region's label, or `zone|country` where the country may be empty.
  ///
  /// @throws IllegalArgumentException when there is none, saying what is there
  String labelOf(Shape shape) {
    String code = shape.attribute(layer.codeField());
    if (code.isEmpty()) {
      throw new IllegalArgumentException("no " + layer.codeField());
    }
    return switch (layer.level()) {
      case COUNTRY ->
          country(code)
              .orElseThrow(() -> new IllegalArgumentException("no country's code: " + code));
      case ZONE -> zone(code) + "|" + countryOf(shape).orElse("");
      case REGION -> region(code, shape);
    };
  }

  private static String zone(String code) {
    try {
      return ZoneId.of(code).getId();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no time zone: " + code, e);
    }
  }

  private String region(String code, Shape shape) {
    if (code.matches("[A-Z]{2}-[A-Z0-9]{1,3}")) {
      String known = geoNamesOf.get(code);
      return known != null ? known : RegionCode.byIso(code.substring(0, 2), code).label();
    }
    if (code.matches("[A-Z]{2}\\.[^|*]+")) {
      return code;
    }
    String country =
        countryOf(shape)
            .orElseThrow(() -> new IllegalArgumentException("no country for the region " + code));
    return new RegionCode(country, code.replaceAll("[|*.]", "_")).label();
  }

  private Optional<String> countryOf(Shape shape) {
    String field = layer.countryField();
    if (field.isEmpty()) {
      return Optional.empty();
    }
    return country(field.startsWith("=") ? field.substring(1) : shape.attribute(field));
  }

  /// Kosovo has no code of ISO, but everybody uses the same.
  private static Optional<String> country(String code) {
    return code.equals("XK") || code.equals("XKX")
        ? Optional.of("XK")
        : Optional.ofNullable(TWO_LETTERS.get(code));
  }
}

package polo.geo.edge.gazetteer;

import java.nio.file.Path;

/// A file of boundaries to import, and how to read it.
///
/// @param file `.geojson`, `.json`, `.shp` or `.gpkg`
/// @param codeField attribute with the code: of a country ISO 3166-1 (two letters or three), of a
///   zone its IANA name, of a region GeoNames' (`NL.09`, or `09` with its country) or ISO 3166-2
/// @param countryField attribute with the country, or `=NL` for all shapes; may be empty
/// @param nameField attribute with the name to show; may be empty
/// @param table of a GeoPackage; empty where it has just one
/// @param coordinates overrules what the file says of them; empty: it doesn't
/// @param toleranceMeters how far a line may move when it is simplified; 0: not at all
/// @param licence of the data, and whom to name
public record BoundaryLayer(
    Path file,
    Level level,
    String codeField,
    String countryField,
    String nameField,
    String table,
    String coordinates,
    double toleranceMeters,
    String licence) {

  /// What the areas of a file are.
  public enum Level {
    COUNTRY,
    REGION,
    ZONE
  }
}

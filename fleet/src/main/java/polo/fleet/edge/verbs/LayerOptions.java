package polo.fleet.edge.verbs;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import polo.geo.edge.gazetteer.BoundaryLayer;

/// One file of boundaries and how to read it; may be given several times.
final class LayerOptions {

  @Option(
      names = "--boundaries",
      paramLabel = "FILE",
      required = true,
      description = "Boundaries: .geojson, .json, .shp or .gpkg. Give it again for another file.")
  private Path file = Path.of("");

  @Option(
      names = "--level",
      required = true,
      description = "What its areas are: country, region or zone.")
  private BoundaryLayer.Level level = BoundaryLayer.Level.REGION;

  @Option(
      names = "--code",
      paramLabel = "FIELD",
      required = true,
      description =
          "Attribute with the code: of a country ISO 3166-1, of a region GeoNames' (NL.09, or 09"
              + " with --country) or ISO 3166-2, of a zone its IANA name.")
  private String code = "";

  @Option(
      names = "--country",
      paramLabel = "FIELD",
      description = "Attribute with the country's code; =NL says it is NL throughout.")
  private String country = "";

  @Option(names = "--name", paramLabel = "FIELD", description = "Attribute with the name to show.")
  private String name = "";

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      description = "Layer of a GeoPackage with several.")
  private String table = "";

  @Option(
      names = "--crs",
      paramLabel = "CODE",
      description = "Coordinates, where the file is silent or wrong: EPSG:25831.")
  private String coordinates = "";

  @Option(
      names = "--tolerance",
      paramLabel = "METRES",
      description = "How far lines may move when they are simplified; default 20.")
  private double tolerance = 20;

  @Option(
      names = "--licence",
      paramLabel = "TEXT",
      defaultValue = "licence not stated",
      description = "Licence of the data and whom to name; goes into the file.")
  private String licence = "";

  BoundaryLayer layer() {
    return new BoundaryLayer(
        file, level, code, country, name, table, coordinates, tolerance, licence);
  }
}

package polo.fleet.edge.verbs;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import polo.geo.edge.gazetteer.GazetteerImport;

/// What `polo gazetteer import` imports.
final class ImportOptions {

  @Option(
      names = "--edition",
      paramLabel = "NAME",
      required = true,
      description = "Names the result; the version is it and eight digits of the contents.")
  private String edition = "";

  @Option(
      names = "--source",
      paramLabel = "DIR",
      description = "Start from this source material, as build takes it, not from what is shipped.")
  private @Nullable Path source;

  @Option(
      names = "--geonames",
      paramLabel = "DIR",
      description =
          "Places and names of a GeoNames dump: cities500, allCountries or countries' files,"
              + " admin1CodesASCII, alternateNamesV2; .txt or .zip. They replace the places of the"
              + " countries that are in it.")
  private @Nullable Path geoNames;

  @Option(
      names = "--languages",
      paramLabel = "CODES",
      split = ",",
      description = "Show places by their names in these languages, best first: en,fr.")
  private List<String> languages = List.of();

  @ArgGroup(exclusive = false, multiplicity = "0..*")
  private @Nullable List<LayerOptions> layers;

  @Option(
      names = "--places",
      paramLabel = "FILE",
      description =
          "The user's own places: CSV with name, lat, lon and, if one likes, radius (metres; 100)"
              + " and kind (place or town); or points of GeoJSON. Within its circle such a place"
              + " wins over all.")
  private @Nullable Path ownPlaces;

  @Option(names = "--json", description = "Report as JSON.")
  boolean json;

  GazetteerImport.Order order() {
    return new GazetteerImport.Order(
        edition,
        source,
        geoNames,
        languages,
        layers == null ? List.of() : layers.stream().map(LayerOptions::layer).toList(),
        ownPlaces);
  }
}

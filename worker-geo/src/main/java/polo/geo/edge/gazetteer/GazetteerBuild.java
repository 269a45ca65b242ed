package polo.geo.edge.gazetteer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes the gazetteer's files from its source material: `GazetteerBuild SOURCE TARGET EDITION`,
/// for instance `… worker-geo/src/main/resources/polo/gazetteer 2026b`. The same source gives the
/// same bytes. `PROVENANCE.md` beside the shipped files says where the source material comes from.
///
/// | in SOURCE | what |
/// |---|---|
/// | `tzcountry_20m.rgp` | areas labelled `time zone\|country`, lines simplified by at most 20 m |
/// | `admin1_ne_60m.rgp`, `admin1_ne.tsv` | regions, and the GeoNames code that most places in each have |
/// | `places.tsv.gz` | populated places |
/// | `admin1.tsv`, `countries.tsv` | names |
public final class GazetteerBuild {

  /// Below this share of places that agree, a region's area isn't trusted with a code.
  private static final double TRUSTED_PURITY = 0.7;

  private static final Set<String> LAND_WITHOUT_ZONE = Set.of("AQ", "UM");

  /// Where the source names the state in full, or more than the country.
  private static final Map<String, String> EVERYDAY_NAMES =
      Map.of(
          "CN", "China",
          "CY", "Cyprus",
          "DK", "Denmark",
          "FM", "Micronesia",
          "GG", "Guernsey",
          "IE", "Ireland",
          "JE", "Jersey",
          "NL", "Netherlands",
          "US", "United States");

  private final Path source;

  private GazetteerBuild(Path source) {
    this.source = source;
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      System.err.println("usage: GazetteerBuild SOURCE TARGET EDITION");
      System.exit(2);
    }
    GazetteerFiles files = from(Path.of(arguments[0]), arguments[2]);
    files.writeTo(Path.of(arguments[1]));
    System.out.print(files.manifest());
  }

  static GazetteerFiles from(Path source, String edition) throws IOException {
    GazetteerBuild build = new GazetteerBuild(source);
    return GazetteerFiles.of(
        edition,
        Map.of(
            GazetteerFiles.ZONES, build.zones().toBytes(),
            GazetteerFiles.REGIONS, build.regions().toBytes(),
            GazetteerFiles.PLACES, Places.toBytes(PlacesSource.read(build.file("places.tsv.gz"))),
            GazetteerFiles.COUNTRY_NAMES, build.countryNames().toBytes(),
            GazetteerFiles.REGION_NAMES, build.regionNames().toBytes()));
  }

  /// The zones, and laid over them the land that no zone tells apart: Antarctica outside its
  /// stations' sectors, the islands which keep Honolulu's time without being Hawaii.
  private Boundaries zones() throws IOException {
    Map<String, String> land =
        regionTable().stream()
            .filter(columns -> LAND_WITHOUT_ZONE.contains(columns[1]))
            .collect(Collectors.toMap(columns -> columns[0], columns -> "|" + columns[1]));
    return RgpSource.read(Files.readAllBytes(file("tzcountry_20m.rgp")))
        .with(regionAreas().relabelled(area -> Optional.ofNullable(land.get(area))));
  }

  /// Natural Earth's areas, which are often finer than GeoNames' regions, merged into those.
  private Boundaries regions() throws IOException {
    Map<String, String> codes =
        regionTable().stream()
            .filter(columns -> Double.parseDouble(columns[8]) >= TRUSTED_PURITY)
            .filter(columns -> !columns[7].isEmpty())
            .collect(Collectors.toMap(columns -> columns[0], columns -> columns[7]));
    return regionAreas().relabelled(area -> Optional.ofNullable(codes.get(area)));
  }

  private Boundaries regionAreas() throws IOException {
    return RgpSource.read(Files.readAllBytes(file("admin1_ne_60m.rgp")));
  }

  /// Columns: area, country code, …, 7: GeoNames code, 8: share of places that have it.
  private List<String[]> regionTable() throws IOException {
    return table("admin1_ne.tsv");
  }

  private Names countryNames() throws IOException {
    return new Names(
        table("countries.tsv").stream()
            .collect(
                Collectors.toMap(
                    columns -> columns[0],
                    columns -> EVERYDAY_NAMES.getOrDefault(columns[0], columns[3]))));
  }

  private Names regionNames() throws IOException {
    return Names.read(Files.readAllBytes(file("admin1.tsv")));
  }

  private List<String[]> table(String name) throws IOException {
    return Files.readAllLines(file(name)).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .toList();
  }

  private Path file(String name) {
    return source.resolve(name);
  }
}

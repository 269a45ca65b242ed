package polo.geo.edge.gazetteer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Makes a gazetteer from its source material; `polo gazetteer build` is its command. The same
/// source gives the same bytes. `PROVENANCE.md` beside the shipped files says where the source
/// material comes from.
///
/// | in SOURCE | what |
/// |---|---|
/// | `tzcountry_20m.rgp` | areas labelled `time zone\|country`, lines simplified by at most 20 m |
/// | `admin1_ne_60m.rgp`, `admin1_ne.tsv` | regions, and the GeoNames code that most places in each have |
/// | `places.tsv.gz` | populated places |
/// | `cities500` (`.txt`, `.zip`, `.txt.gz`) | GeoNames' file of that name, for kind and population; may be missing |
/// | `admin1.tsv`, `countries.tsv` | names |
/// | `PROVENANCE.md` | where all this comes from, and under which licences; may be missing |
public final class GazetteerBuild {

  private static final String PROVENANCE = "PROVENANCE.md";

  private static final List<String> SOURCE_FILES =
      List.of(
          "admin1.tsv",
          "admin1_ne.tsv",
          "admin1_ne_60m.rgp",
          "countries.tsv",
          "places.tsv.gz",
          "tzcountry_20m.rgp");

  private static final Set<String> LAND_WITHOUT_ZONE = Set.of("AQ", "UM");

  /// Where a zone reaches into a country that is not its own: the naval base at Guantánamo Bay is
  /// leased, not ceded; Johnston Atoll is no part of Hawaii.
  private static final List<PartRule> PARTS_OF_OTHERS =
      List.of(
          new PartRule("America/New_York|US", "America/New_York|CU", 19, -76, 21, -74),
          new PartRule("Pacific/Honolulu|US", "Pacific/Honolulu|UM", 16, -171, 18, -168));

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

  /// Writes the compact files that the jar holds.
  ///
  /// @return the manifest: version and checksums
  public static String writeResources(Path source, Path directory, String edition)
      throws IOException {
    GazetteerFiles files = from(source, edition);
    files.writeTo(directory);
    return files.manifest();
  }

  /// Writes the one file that workers answer from, at once: whoever opens `file` finds what was
  /// there before, or all of the new.
  ///
  /// @return its version
  public static String writeAtlas(Path source, Path file, String edition) throws IOException {
    GazetteerFiles files = from(source, edition);
    new AtlasWriter(files, provenanceOf(source)).atlas().writeTo(file);
    return files.version();
  }

  /// What the source says of itself, else what is known of that of the shipped files; and what was
  /// read. No date of today: the same source must give the same bytes.
  static String provenanceOf(Path source) throws IOException {
    return new GazetteerBuild(source).provenance();
  }

  private String provenance() throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        Files.exists(file(PROVENANCE))
            ? Files.readString(file(PROVENANCE))
            : GazetteerFiles.shippedProvenance());
    text.append("\n## Read\n\n");
    List<String> names = new ArrayList<>(SOURCE_FILES);
    placeFacts().ifPresent(file -> names.add(file.name()));
    for (String name : names) {
      byte[] bytes = Files.readAllBytes(file(name));
      text.append(GazetteerFiles.sha256(bytes)).append("  ").append(name).append('\n');
    }
    return text.toString();
  }

  static GazetteerFiles from(Path source, String edition) throws IOException {
    GazetteerBuild build = new GazetteerBuild(source);
    return GazetteerFiles.of(
        edition,
        Map.of(
            GazetteerFiles.ZONES, build.zones().toBytes(),
            GazetteerFiles.REGIONS, build.regions().toBytes(),
            GazetteerFiles.PLACES, Places.toBytes(build.places()),
            GazetteerFiles.COUNTRY_NAMES, build.countryNames().toBytes(),
            GazetteerFiles.REGION_NAMES, build.regionNames().toBytes(),
            GazetteerFiles.ISO_CODES, build.isoCodes().toBytes()));
  }

  private List<Place> places() throws IOException {
    Optional<GeoNamesFile> known = placeFacts();
    return PlacesSource.read(
        file("places.tsv.gz"),
        known.isPresent() ? PlaceFacts.read(known.get()) : PlaceFacts.none());
  }

  private Optional<GeoNamesFile> placeFacts() {
    return GeoNamesFile.in(source, "cities500");
  }

  /// The zones, and laid over them the land that no zone tells apart: Antarctica outside its
  /// stations' sectors, the islands which keep Honolulu's time without being Hawaii.
  private Boundaries zones() throws IOException {
    Map<String, String> land =
        regionTable().stream()
            .filter(columns -> LAND_WITHOUT_ZONE.contains(columns[1]))
            .collect(Collectors.toMap(columns -> columns[0], columns -> "|" + columns[1]));
    return RgpSource.read(Files.readAllBytes(file("tzcountry_20m.rgp")), PARTS_OF_OTHERS)
        .with(regionAreas().relabelled(area -> Optional.ofNullable(land.get(area))));
  }

  /// Natural Earth's areas, which are often finer than GeoNames' regions, merged into those. An
  /// area that GeoNames divides otherwise has no code but ISO's.
  private Boundaries regions() throws IOException {
    Map<String, String> codes = new HashMap<>();
    for (NaturalRegion region : naturalRegions()) {
      region.label().ifPresent(label -> codes.put(region.area(), label));
    }
    return regionAreas().relabelled(area -> Optional.ofNullable(codes.get(area)));
  }

  /// ISO's code for each of GeoNames' regions, where the areas within agree on one.
  private Names isoCodes() throws IOException {
    Map<String, Map<String, Integer>> votes = new HashMap<>();
    for (NaturalRegion region : naturalRegions()) {
      if (region.isTrusted() && !region.isoCode().isEmpty()) {
        votes
            .computeIfAbsent(region.geoNamesCode(), unseen -> new TreeMap<>())
            .merge(region.isoCode(), region.votes() + 1, Integer::sum);
      }
    }
    Map<String, String> codes = new HashMap<>();
    votes.forEach((region, candidates) -> elected(candidates).ifPresent(c -> codes.put(region, c)));
    return new Names(codes);
  }

  private static Optional<String> elected(Map<String, Integer> votes) {
    int all = votes.values().stream().mapToInt(Integer::intValue).sum();
    return votes.entrySet().stream()
        .filter(candidate -> candidate.getValue() >= NaturalRegion.TRUSTED_PURITY * all)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private List<NaturalRegion> naturalRegions() throws IOException {
    return regionTable().stream().map(NaturalRegion::of).toList();
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

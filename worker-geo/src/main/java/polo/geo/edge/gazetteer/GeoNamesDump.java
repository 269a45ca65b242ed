package polo.geo.edge.gazetteer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a folder of files from download.geonames.org.
///
/// | in the folder | what |
/// |---|---|
/// | `allCountries`, `cities500`, `cities1000`, `cities5000` or `cities15000` | places: the first of these that is there |
/// | `NL`, `PT`, … | places of a country, when none of the above is there |
/// | `admin1CodesASCII` | names of regions; may be missing |
/// | `alternateNamesV2` | names in the languages asked for; may be missing when none are |
///
/// Of places those of feature class P are taken. A row that can't be read is named and left out.
final class GeoNamesDump {

  static final String LICENCE = "© GeoNames, CC BY 4.0";

  private static final List<String> WORLDS =
      List.of("allCountries", "cities500", "cities1000", "cities5000", "cities15000");

  private static final int PLACE_COLUMNS = 19;
  private static final String POPULATED = "P";

  private final Path folder;
  private final List<String> languages;
  private final Complaints complaints;

  private final Map<Integer, Place> places = new LinkedHashMap<>();
  private final Map<Integer, String> regionsById = new HashMap<>();
  private final Map<String, String> regionNames = new HashMap<>();
  private final Map<Integer, AlternateName> alternateNames = new HashMap<>();
  private final Map<Path, String> newest = new HashMap<>();
  private final List<Path> files = new ArrayList<>();
  private int rows;

  /// @param languages ISO codes; the first that has a name for a place gives it
  GeoNamesDump(Path folder, List<String> languages, Complaints complaints) {
    this.folder = folder;
    this.languages = List.copyOf(languages);
    this.complaints = complaints;
  }

  /// @param rank the lower, the better
  private record AlternateName(int rank, String text) {}

  void read() throws IOException {
    for (GeoNamesFile file : placeFiles()) {
      files.add(file.path());
      file.forEachRow((number, columns) -> addPlace(file, number, columns));
    }
    Optional<GeoNamesFile> regions = GeoNamesFile.in(folder, "admin1CodesASCII");
    if (regions.isPresent()) {
      files.add(regions.get().path());
      regions.get().forEachRow((number, columns) -> addRegion(regions.get(), number, columns));
    }
    if (!languages.isEmpty()) {
      GeoNamesFile names =
          GeoNamesFile.in(folder, "alternateNamesV2")
              .orElseThrow(
                  () -> missing("alternateNamesV2, which names in other languages are in"));
      files.add(names.path());
      names.forEachRow((number, columns) -> addName(names, number, columns));
    }
  }

  private List<GeoNamesFile> placeFiles() throws IOException {
    for (String world : WORLDS) {
      Optional<GeoNamesFile> file = GeoNamesFile.in(folder, world);
      if (file.isPresent()) {
        return List.of(file.get());
      }
    }
    try (Stream<Path> all = Files.list(folder)) {
      List<GeoNamesFile> countries =
          all.map(path -> String.valueOf(path.getFileName()))
              .filter(name -> name.matches("[A-Z]{2}\\.(txt|zip|txt\\.gz)"))
              .map(name -> name.substring(0, 2))
              .distinct()
              .sorted()
              .flatMap(name -> GeoNamesFile.in(folder, name).stream())
              .toList();
      if (countries.isEmpty()) {
        throw missing("places: " + String.join(", ", WORLDS) + " or a country's, as NL");
      }
      return countries;
    }
  }

  private IOException missing(String what) {
    return new IOException(folder + " holds no " + what);
  }

  private void addPlace(GeoNamesFile file, int number, String[] columns) {
    rows++;
    if (columns.length >= PLACE_COLUMNS && !columns[6].equals(POPULATED)) {
      return;
    }
    String fault = faultOf(columns);
    if (fault != null) {
      complain(file, fault, number, columns);
      return;
    }
    int id = Integer.parseInt(columns[0]);
    Place place =
        new Place(
            columns[1],
            GridUnits.of(Double.parseDouble(columns[5])),
            GridUnits.of(Double.parseDouble(columns[4])),
            new RegionCode(columns[8], columns[10].equals("00") ? "" : columns[10]),
            PlacesSource.population(people(columns[14]), columns[7], false),
            PlacesSource.kind(columns[7], false));
    if (places.putIfAbsent(id, place) != null) {
      complain(file, "a place that is there already", number, columns);
      return;
    }
    newest.merge(file.path(), columns[18], (a, b) -> a.compareTo(b) < 0 ? b : a);
  }

  private static @Nullable String faultOf(String[] columns) {
    if (columns.length < PLACE_COLUMNS) {
      return "fewer than 19 columns";
    }
    if (!isNumber(columns[0])) {
      return "no geonameid";
    }
    if (columns[1].isBlank()) {
      return "no name";
    }
    if (!isWithin(columns[4], 90) || !isWithin(columns[5], 180)) {
      return "no position on Earth";
    }
    if (!columns[8].matches("[A-Z]{2}")) {
      return "no country";
    }
    return columns[14].isEmpty() || columns[14].matches("\\d{1,18}") ? null : "no population";
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,9}");
  }

  private static boolean isWithin(String text, int degrees) {
    try {
      return Math.abs(Double.parseDouble(text)) <= degrees;
    } catch (NumberFormatException _) {
      return false;
    }
  }

  private static int people(String text) {
    return text.isEmpty() ? 0 : (int) Math.min(Integer.MAX_VALUE, Long.parseLong(text));
  }

  private void addRegion(GeoNamesFile file, int number, String[] columns) {
    if (columns.length < 2 || columns[0].indexOf('.') != 2 || columns[1].isBlank()) {
      complain(file, "no code and name of a region", number, columns);
      return;
    }
    regionNames.put(columns[0], columns[1]);
    if (columns.length > 3 && isNumber(columns[3])) {
      regionsById.put(Integer.parseInt(columns[3]), columns[0]);
    }
  }

  /// Preferred names come first, short ones last; slang and what places were called once are no
  /// names to show.
  private void addName(GeoNamesFile file, int number, String[] columns) {
    if (columns.length < 4 || !isNumber(columns[1]) || columns[3].isBlank()) {
      complain(file, "no geonameid, language and name", number, columns);
      return;
    }
    int language = languages.indexOf(columns[2]);
    int id = Integer.parseInt(columns[1]);
    if (language < 0
        || isSet(columns, 6)
        || isSet(columns, 7)
        || !places.containsKey(id) && !regionsById.containsKey(id)) {
      return;
    }
    int rank = 4 * language + (isSet(columns, 4) ? 0 : 2) + (isSet(columns, 5) ? 1 : 0);
    alternateNames.merge(
        id, new AlternateName(rank, columns[3]), (a, b) -> b.rank() < a.rank() ? b : a);
  }

  private static boolean isSet(String[] columns, int column) {
    return columns.length > column && columns[column].equals("1");
  }

  private void complain(GeoNamesFile file, String reason, int number, String[] columns) {
    String row = String.join(" | ", columns);
    complaints.add(
        file.name(),
        reason,
        "line %d: %s".formatted(number, row.length() > 80 ? row.substring(0, 80) + "…" : row));
  }

  List<Place> places() {
    List<Place> named = new ArrayList<>();
    places.forEach((id, place) -> {
      AlternateName other = alternateNames.get(id);
      named.add(other == null ? place : place.withName(other.text()));
    });
    return named;
  }

  Map<String, String> regionNames() {
    Map<String, String> names = new HashMap<>(regionNames);
    regionsById.forEach((id, code) -> {
      AlternateName other = alternateNames.get(id);
      if (other != null) {
        names.put(code, other.text());
      }
    });
    return names;
  }

  int rows() {
    return rows;
  }

  int renamed() {
    return (int) places.keySet().stream().filter(alternateNames::containsKey).count();
  }

  List<Path> files() {
    return files;
  }

  @Nullable String newest(Path file) {
    return newest.get(file);
  }
}

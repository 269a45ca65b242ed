package polo.geo.edge.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What an import made of its files.
///
/// @param version of the gazetteer that was made
/// @param files that were read
/// @param places absent when none were imported
/// @param layers one for each file of boundaries
/// @param ownPlaces number of the user's own places
/// @param problems rows and shapes that were left out or repaired
public record ImportReport(
    String version,
    List<FileRead> files,
    @Nullable PlaceCounts places,
    List<Layer> layers,
    int ownPlaces,
    Coverage coverage,
    List<Problem> problems) {

  private static final int MOST_OVERLAPS = 20;

  public ImportReport {
    files = List.copyOf(files);
    layers = List.copyOf(layers);
    problems = List.copyOf(problems);
  }

  /// A file that went into the gazetteer.
  ///
  /// @param newest day of the newest change in it, where its rows say so
  public record FileRead(
      String name, long bytes, String sha256, String licence, @Nullable String newest) {}

  /// What became of places.
  ///
  /// @param rows of all kinds
  /// @param taken populated places that are in the gazetteer now
  /// @param replaced places of the same countries that were there before
  /// @param kept places of other countries
  /// @param renamed those that go by a name in one of the languages asked for
  /// @param outsideCountry those that lie in no area of their country
  public record PlaceCounts(
      int rows, int taken, int replaced, int kept, int renamed, int outsideCountry) {}

  /// A file of boundaries.
  ///
  /// @param level what its areas are: country, region or zone
  /// @param coordinates the system its positions were in
  /// @param shapes read
  /// @param areas made of them
  /// @param repaired shapes with invalid rings that were made valid
  /// @param rejected shapes that were left out
  /// @param points before and after lines were simplified
  /// @param overlaps square kilometres that two areas claim, by their codes
  /// @param gaps number of holes between areas, enclosed by them, that no area fills
  public record Layer(
      String file,
      String level,
      String coordinates,
      int shapes,
      int areas,
      int repaired,
      int rejected,
      Points points,
      Map<String, Double> overlaps,
      int gaps,
      double gapSquareKilometers) {

    public Layer {
      overlaps = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(overlaps));
    }
  }

  /// Points of the lines, before and after they were simplified.
  public record Points(int before, int after) {}

  /// The world afterwards, sampled four positions a degree.
  ///
  /// @param gaps positions that no area covers
  /// @param disputed positions that several countries claim
  public record Coverage(
      int zones,
      int regions,
      int places,
      int countriesWithPlaces,
      int samples,
      int gaps,
      int disputed) {

    static Coverage of(GazetteerCheck check) {
      return new Coverage(
          check.zones(),
          check.regions(),
          check.places(),
          check.countriesWithPlaces(),
          check.samples(),
          check.gaps(),
          check.overlaps().values().stream().mapToInt(Integer::intValue).sum());
    }
  }

  /// Rows or shapes with the same fault.
  ///
  /// @param reason what is wrong, the same words for the same fault
  /// @param examples the first few: where, and what is there
  public record Problem(String file, String reason, int count, List<String> examples) {
    public Problem {
      examples = List.copyOf(examples);
    }
  }

  /// For people to read, a fact a line.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("version    " + version);
    for (FileRead file : files) {
      lines.add(
          "read       %s: %,d bytes%s, %s"
              .formatted(
                  file.name(),
                  file.bytes(),
                  file.newest() == null ? "" : ", newest change " + file.newest(),
                  file.licence()));
    }
    if (places != null) {
      lines.add(
          "places     %,d taken of %,d rows; %,d replaced, %,d of other countries kept; %,d renamed;"
                  .formatted(
                      places.taken(),
                      places.rows(),
                      places.replaced(),
                      places.kept(),
                      places.renamed())
              + " %,d outside their country".formatted(places.outsideCountry()));
    }
    for (Layer layer : layers) {
      addLayer(lines, layer);
    }
    if (ownPlaces > 0) {
      lines.add("own places %,d".formatted(ownPlaces));
    }
    for (Problem problem : problems) {
      lines.add(
          "problem    %s: %s, %,d".formatted(problem.file(), problem.reason(), problem.count()));
      problem.examples().forEach(example -> lines.add("             " + example));
    }
    lines.add(
        "holds      %,d zones, %,d regions, %,d places in %d countries"
            .formatted(
                coverage.zones(),
                coverage.regions(),
                coverage.places(),
                coverage.countriesWithPlaces()));
    lines.add(
        "coverage   %,d of %,d positions in no area, %,d claimed by several"
            .formatted(coverage.gaps(), coverage.samples(), coverage.disputed()));
    return lines;
  }

  private static void addLayer(List<String> lines, Layer layer) {
    lines.add(
        "boundaries %s: %s from %s, %,d shapes, %,d areas; %,d repaired, %,d rejected; %,d of %,d"
                .formatted(
                    layer.file(),
                    layer.level(),
                    layer.coordinates(),
                    layer.shapes(),
                    layer.areas(),
                    layer.repaired(),
                    layer.rejected(),
                    layer.points().after(),
                    layer.points().before())
            + " points kept");
    layer.overlaps().entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(MOST_OVERLAPS)
        .map(overlap -> "overlap    %s: %.3f km²".formatted(overlap.getKey(), overlap.getValue()))
        .forEach(lines::add);
    if (layer.overlaps().size() > MOST_OVERLAPS) {
      lines.add(
          "overlap    … and %,d more pairs".formatted(layer.overlaps().size() - MOST_OVERLAPS));
    }
    if (layer.gaps() > 0) {
      lines.add("gaps       %,d, %.3f km²".formatted(layer.gaps(), layer.gapSquareKilometers()));
    }
  }
}

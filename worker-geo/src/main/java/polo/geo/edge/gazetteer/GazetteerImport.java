package polo.geo.edge.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;

/// Makes a gazetteer of the shipped one, or of one's own source material, and of better data:
/// places of GeoNames, boundaries, the user's own places. `polo gazetteer import` is its command.
/// The same files give the same bytes.
public final class GazetteerImport {

  /// What to import.
  ///
  /// @param edition names the result
  /// @param source folder of source material to start from; absent: what is shipped
  /// @param geoNames folder of a GeoNames dump ([GeoNamesDump])
  /// @param layers laid over in turn
  /// @param ownPlaces file of the user's own places ([OwnPlacesFile])
  /// @param languages for names, best first; empty: the name as GeoNames has it
  public record Order(
      String edition,
      @Nullable Path source,
      @Nullable Path geoNames,
      List<String> languages,
      List<BoundaryLayer> layers,
      @Nullable Path ownPlaces) {
    public Order {
      languages = List.copyOf(languages);
      layers = List.copyOf(layers);
    }
  }

  private final Order order;
  private final GazetteerDraft draft;
  private final Complaints complaints = new Complaints();
  private final List<ImportReport.FileRead> files = new ArrayList<>();
  private final List<ImportReport.Layer> layers = new ArrayList<>();
  private ImportReport.@Nullable PlaceCounts placeCounts;

  private GazetteerImport(Order order) throws IOException {
    this.order = order;
    draft =
        new GazetteerDraft(
            order.source() == null
                ? GazetteerFiles.shipped()
                : GazetteerBuild.from(order.source(), order.edition()));
  }

  /// Writes the file that workers answer from, at once: whoever opens `file` finds what was there
  /// before, or all of the new.
  ///
  /// @throws IOException when a file is missing or is not what its name says
  public static ImportReport into(Path file, Order order) throws IOException {
    GazetteerImport made = new GazetteerImport(order);
    made.importPlaces();
    for (BoundaryLayer layer : order.layers()) {
      made.importLayer(layer);
    }
    made.importOwnPlaces();
    return made.write(file);
  }

  private void importPlaces() throws IOException {
    if (order.geoNames() == null) {
      return;
    }
    GeoNamesDump dump = new GeoNamesDump(order.geoNames(), order.languages(), complaints);
    dump.read();
    for (Path file : dump.files()) {
      note(file, GeoNamesDump.LICENCE, dump.newest(file));
    }
    List<Place> places = Quarters.marked(dump.places());
    Set<String> countries =
        places.stream().map(place -> place.region().countryCode()).collect(Collectors.toSet());
    List<Place> kept =
        draft.places.stream()
            .filter(place -> !countries.contains(place.region().countryCode()))
            .toList();
    placeCounts =
        new ImportReport.PlaceCounts(
            dump.rows(),
            places.size(),
            draft.places.size() - kept.size(),
            kept.size(),
            dump.renamed(),
            0);
    draft.places = Stream.concat(kept.stream(), places.stream()).toList();
    draft.regionNames.putAll(dump.regionNames());
  }

  private void importLayer(BoundaryLayer layer) throws IOException {
    note(layer.file(), layer.licence(), null);
    LayerSource.Areas areas =
        new LayerSource(layer, AreaCode.of(layer, draft.isoCodes), complaints).read();
    layers.add(areas.report());
    switch (layer.level()) {
      case COUNTRY -> {
        draft.zones = overlaid(areas, layer);
        draft.countryNames.putAll(areas.names());
      }
      case ZONE -> draft.zones = overlaid(areas, layer);
      case REGION -> {
        draft.setRegions(areas.boundaries());
        draft.regionNames.putAll(areas.names());
      }
    }
  }

  private Boundaries overlaid(LayerSource.Areas areas, BoundaryLayer layer) {
    return new ZoneOverlay(draft.zones, areas.boundaries(), layer.level()).laidOver();
  }

  private void importOwnPlaces() throws IOException {
    Path file = order.ownPlaces();
    if (file != null) {
      note(file, "the user's own", null);
      draft.ownPlaces = new OwnPlacesFile(file, complaints).read();
    }
  }

  private ImportReport write(Path file) throws IOException {
    GazetteerFiles made = draft.files(order.edition());
    new AtlasWriter(made, provenance()).atlas().writeTo(file);
    GazetteerCheck check = GazetteerCheck.of(file);
    return new ImportReport(
        made.version(),
        files,
        placeCounts == null ? null : withStrays(placeCounts, EmbeddedGazetteer.open(file)),
        layers,
        draft.ownPlaces.size(),
        ImportReport.Coverage.of(check),
        complaints.all());
  }

  private ImportReport.PlaceCounts withStrays(
      ImportReport.PlaceCounts counts, EmbeddedGazetteer gazetteer) {
    long strays =
        draft.places.stream()
            .skip(counts.kept())
            .filter(
                place -> !gazetteer.isClaimedBy(place.region().countryCode(), positionOf(place)))
            .count();
    return new ImportReport.PlaceCounts(
        counts.rows(),
        counts.taken(),
        counts.replaced(),
        counts.kept(),
        counts.renamed(),
        (int) strays);
  }

  private static Coordinate positionOf(Place place) {
    return new Coordinate(GridUnits.degrees(place.y()), GridUnits.degrees(place.x()));
  }

  /// Where it starts from, and what was read. No date of today: the same files must give the same
  /// bytes.
  private String provenance() throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        order.source() == null
            ? GazetteerFiles.shippedProvenance()
            : GazetteerBuild.provenanceOf(order.source()));
    text.append(
        "\n## Imported over it\n\n| file | newest change | licence | SHA-256 |\n|---|---|---|---|\n");
    for (ImportReport.FileRead file : files) {
      text.append(
          "| %s | %s | %s | %s |\n"
              .formatted(
                  file.name(),
                  file.newest() == null ? "" : file.newest(),
                  file.licence(),
                  file.sha256()));
    }
    return text.toString();
  }

  private void note(Path file, String licence, @Nullable String newest) throws IOException {
    files.add(
        new ImportReport.FileRead(
            String.valueOf(file.getFileName()), Files.size(file), sha256(file), licence, newest));
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
      digest.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each Java platform has SHA-256", e);
    }
  }
}

package polo.images.edge.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import polo.common.document.Photo.Impression;
import polo.common.document.Photo.PhotoPosition;
import polo.common.earth.Coordinate;
import polo.common.job.Reason;
import polo.images.Darkroom;
import polo.images.Darkroom.Examined;
import polo.images.edge.files.PhotoReport.Made;
import polo.images.edge.settings.ImagesSettings;
import polo.images.exif.PhotoFacts;
import polo.images.exif.TakenAtRule;
import polo.images.geotag.GeotaggedCopy;
import polo.images.geotag.GeotaggedCopy.Tagged;
import polo.images.geotag.XmpSidecar;
import polo.images.photo.ImageFormat;
import polo.images.photo.Look;
import polo.images.photo.PixelSize;
import polo.images.rendition.Original;
import polo.images.rendition.Rendered;
import polo.images.rendition.Rendition;

/// Takes files on disk through the same darkroom as jobs.
public final class PhotoFiles {

  private static final String GEOTAG = "geotag";

  private final Darkroom darkroom;
  private final TakenAtRule takenAt;

  private PhotoFiles(Darkroom darkroom, TakenAtRule takenAt) {
    this.darkroom = darkroom;
    this.takenAt = takenAt;
  }

  /// Without knowledge of time zones: times without an offset stay local.
  public static PhotoFiles of(ImagesSettings settings) {
    return of(settings, position -> Optional.empty());
  }

  /// With time zones by position.
  ///
  /// @param zoneAt the time zone at a position, when one is known
  public static PhotoFiles of(
      ImagesSettings settings, Function<Coordinate, Optional<ZoneId>> zoneAt) {
    return new PhotoFiles(settings.darkroom(), new TakenAtRule(zoneAt));
  }

  /// Looks at one file.
  ///
  /// @param folder where renditions go, made if need be; absent to make them and write none
  /// @throws IOException when the file cannot be read or a rendition cannot be written
  public PhotoReport report(Path file, @Nullable Path folder) throws IOException {
    Optional<Reason> objection = darkroom.look().budget().objectionTo(Files.size(file));
    if (objection.isPresent()) {
      return report(file, unread(objection.get()), Result.rejected(objection.get()));
    }
    byte[] bytes = Files.readAllBytes(file);
    Examined examined = darkroom.examine(bytes);
    Result result =
        switch (examined.look()) {
          case Look.Seen(var header) ->
              Result.of(
                  darkroom.render(new Original(bytes, header, examined.facts().orientation())));
          case Look.Refused refused -> Result.rejected(refused.reason());
        };
    if (folder != null) {
      write(file, folder, result.renditions());
    }
    return report(file, examined, result);
  }

  /// Writes a copy of a JPEG that tells where it was taken, and a sidecar that tells the same of a
  /// photo of any format. The camera's own position is never overwritten.
  ///
  /// @param folder where both go, made if need be
  /// @throws IOException when the file cannot be read or the others cannot be written
  public GeotagReport geotag(Path file, Coordinate where, Path folder) throws IOException {
    Optional<Reason> objection = darkroom.look().budget().objectionTo(Files.size(file));
    if (objection.isPresent()) {
      return new GeotagReport(GEOTAG, file.toString(), null, null, objection.get().message());
    }
    byte[] bytes = Files.readAllBytes(file);
    Examined examined = darkroom.examine(bytes);
    if (examined.look().recognised().isEmpty()) {
      return new GeotagReport(GEOTAG, file.toString(), null, null, "not a photo");
    }
    if (examined.facts().position() != null) {
      return new GeotagReport(
          GEOTAG, file.toString(), null, null, "the camera knew where it was taken");
    }
    Files.createDirectories(folder);
    PhotoPosition position = new PhotoPosition(where.latitude(), where.longitude(), null, "user");
    Path sidecar = folder.resolve(file.getFileName() + ".xmp");
    Files.writeString(sidecar, XmpSidecar.of(position));
    return switch (GeotaggedCopy.of(bytes, position)) {
      case Tagged.Copy(var jpeg) -> {
        Path copy = folder.resolve(baseName(file) + "-geotagged.jpg");
        Files.write(copy, jpeg);
        yield new GeotagReport(GEOTAG, file.toString(), copy.toString(), sidecar.toString(), null);
      }
      case Tagged.Impossible(var why) ->
          new GeotagReport(GEOTAG, file.toString(), null, sidecar.toString(), why);
    };
  }

  private record Result(
      String outcome,
      @Nullable Reason reason,
      @Nullable String engine,
      @Nullable Impression impression,
      List<Rendition> renditions) {

    static Result of(Rendered rendered) {
      return switch (rendered) {
        case Rendered.Whole(var engine, var renditions, var smallest) ->
            new Result("done", null, engine, smallest.impression(), renditions);
        case Rendered.Partial(var engine, var renditions, var smallest, var reason) ->
            new Result("partial", reason, engine, smallest.impression(), renditions);
        case Rendered.Failed(var reason) -> rejected(reason);
      };
    }

    static Result rejected(Reason reason) {
      return new Result("reject", reason, null, null, List.of());
    }

    List<Made> made() {
      return renditions.stream()
          .map(rendition ->
              new Made(
                  rendition.name(),
                  rendition.size().width(),
                  rendition.size().height(),
                  rendition.bytes().length,
                  rendition.format()))
          .toList();
    }
  }

  private static Examined unread(Reason reason) {
    return new Examined(
        new Look.Refused(Optional.empty(), Optional.empty(), reason), PhotoFacts.none());
  }

  private PhotoReport report(Path file, Examined examined, Result result) {
    Look look = examined.look();
    PhotoFacts facts = examined.facts();
    Optional<PixelSize> size =
        look.readHeader().map(header -> facts.orientation().upright(header.size()));
    return new PhotoReport(
        "photo",
        file.toString(),
        result.outcome(),
        result.reason() == null ? null : result.reason().code().name(),
        look.recognised().map(ImageFormat::wireName).orElse(null),
        size.map(PixelSize::width).orElse(null),
        size.map(PixelSize::height).orElse(null),
        size.map(known -> facts.orientation().exif()).orElse(null),
        takenAt.of(facts, null).orElse(null),
        facts.position(),
        facts.directionDegrees(),
        facts.camera(),
        facts.exposure(),
        facts.caption().told().orElse(null),
        result.impression(),
        result.engine(),
        result.made());
  }

  /// As `<name of the file>-<name of the rendition>.jpg`.
  private static void write(Path file, Path folder, List<Rendition> renditions) throws IOException {
    Files.createDirectories(folder);
    for (Rendition rendition : renditions) {
      String name = "%s-%s.%s".formatted(baseName(file), rendition.name(), rendition.extension());
      Files.write(folder.resolve(name), rendition.bytes());
    }
  }

  private static String baseName(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}

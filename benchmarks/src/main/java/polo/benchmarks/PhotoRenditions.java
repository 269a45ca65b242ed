package polo.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.stream.Stream;
import polo.images.Darkroom;
import polo.images.edge.settings.ImagesSettings;
import polo.images.exif.PhotoFacts;
import polo.images.photo.ImageHeader;
import polo.images.photo.Orientation;
import polo.images.rendition.Original;
import polo.images.rendition.Rendered;
import polo.images.rendition.Rendition;

/// The renditions of a folder of photos, one thread, for `benchmarks/photos/against-sharp.py`:
/// answers each line on its input with one round's processor time for a photo, as the whole process
/// spent it, garbage collection and compilation included.
///
/// Lines: `round`, `keep FOLDER` (writes the renditions there), or the end of the input.
public final class PhotoRenditions {

  private final Darkroom darkroom = ImagesSettings.defaults().darkroom();
  private final List<Path> photos;

  private PhotoRenditions(List<Path> photos) {
    this.photos = photos;
  }

  public static void main(String[] arguments) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      new PhotoRenditions(files.sorted().toList()).answer(System.in);
    }
  }

  private void answer(InputStream input) throws IOException {
    Scanner lines = new Scanner(input, StandardCharsets.UTF_8);
    while (lines.hasNext()) {
      switch (lines.next()) {
        case "round" -> System.out.println(round());
        case "keep" -> System.out.println(keep(Path.of(lines.next())));
        case String other -> throw new IllegalArgumentException("unknown: " + other);
      }
    }
  }

  /// Milliseconds of processor time for a photo.
  private String round() throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (Path photo : photos) {
      all.add(Files.readAllBytes(photo));
    }
    long start = processorNanos();
    for (byte[] bytes : all) {
      var _ = rendered(bytes);
    }
    return String.format(Locale.ROOT, "%.2f", (processorNanos() - start) / 1e6 / all.size());
  }

  private String keep(Path folder) throws IOException {
    List<String> engines = new ArrayList<>();
    for (Path photo : photos) {
      switch (rendered(Files.readAllBytes(photo))) {
        case Rendered.Whole(var engine, var renditions, var _) -> {
          engines.add(engine);
          for (Rendition rendition : renditions) {
            Files.write(
                folder.resolve(photo.getFileName() + "." + rendition.name() + ".jpg"),
                rendition.bytes());
          }
        }
        case Rendered.Partial(var engine, var renditions, var _, var reason) ->
            engines.add(engine + " " + reason.code());
        case Rendered.Failed(var reason) -> engines.add(reason.code().toString());
      }
    }
    return String.join(" ", engines);
  }

  private Rendered rendered(byte[] bytes) {
    Darkroom.Examined examined = darkroom.examine(bytes);
    ImageHeader header = examined.look().readHeader().orElseThrow();
    PhotoFacts facts = examined.facts();
    return darkroom.render(new Original(bytes, header, orientation(facts)));
  }

  private static Orientation orientation(PhotoFacts facts) {
    return facts.orientation();
  }

  private static long processorNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}

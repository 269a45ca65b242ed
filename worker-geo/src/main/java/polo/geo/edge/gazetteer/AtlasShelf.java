package polo.geo.edge.gazetteer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/// Keeps the shipped gazetteer laid out, so that only the first start of a version takes seconds.
///
/// The folder is the user's own: `POLO_CACHE`, else `XDG_CACHE_HOME`, else `~/.cache`, and in it
/// `polo/`. A temporary folder shared with others would let them plant answers. Where nothing can
/// be kept, the gazetteer is laid out in memory at each start.
record AtlasShelf(Path folder) {

  /// Raised when the layout changes, so that versions of Polo don't read each other's.
  private static final String LAYOUT = "3";

  static AtlasShelf ofUser() {
    String cache = System.getenv("POLO_CACHE");
    if (cache == null) {
      cache = System.getenv("XDG_CACHE_HOME");
    }
    Path root =
        cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home", "."), ".cache")
            : Path.of(cache);
    return new AtlasShelf(root.resolve("polo"));
  }

  Atlas shipped() {
    return kept(
        GazetteerFiles.shippedVersion(),
        () ->
            new AtlasWriter(GazetteerFiles.shipped(), GazetteerFiles.shippedProvenance()).atlas());
  }

  /// The atlas of this version, as it lies on the shelf, or laid out anew when what lies there is
  /// cut off, another's, or nothing.
  Atlas kept(String version, Supplier<Atlas> layOut) {
    Path place = folder.resolve("gazetteer-" + version + "." + LAYOUT + ".atlas");
    try {
      Atlas atlas = Atlas.map(place);
      if (atlas.version().equals(version)) {
        return atlas;
      }
    } catch (IOException | IllegalArgumentException e) {
      log().log(System.Logger.Level.DEBUG, "no gazetteer laid out yet at {0}: {1}", place, e);
    }
    return keep(layOut.get(), place);
  }

  /// Reads back what was written, once: at later starts mapping it must do.
  private static Atlas keep(Atlas atlas, Path place) {
    try {
      atlas.writeTo(place);
      Atlas mapped = Atlas.map(place);
      if (mapped.isWhole()) {
        return mapped;
      }
      log().log(System.Logger.Level.WARNING, "{0} is not what was written to it", place);
    } catch (IOException e) {
      log()
          .log(
              System.Logger.Level.INFO,
              "the gazetteer can''t be kept in {0} and is laid out anew at each start: {1}",
              place.getParent(),
              e);
    }
    return atlas;
  }

  /// Made when there is something to say: finding a logger takes longer than mapping an atlas.
  private static System.Logger log() {
    return System.getLogger(AtlasShelf.class.getName());
  }
}

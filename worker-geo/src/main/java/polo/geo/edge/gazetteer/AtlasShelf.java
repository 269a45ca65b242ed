package polo.geo.edge.gazetteer;

import java.io.IOException;
import java.nio.file.Path;

/// Keeps the shipped gazetteer laid out, so that only the first start of a version takes seconds.
///
/// The folder is the user's own: `POLO_CACHE`, else `XDG_CACHE_HOME`, else `~/.cache`, and in it
/// `polo/`. A temporary folder shared with others would let them plant answers. Where nothing can
/// be kept, the gazetteer is laid out in memory at each start.
record AtlasShelf(Path folder) {

  /// Raised when the layout changes, so that versions of Polo don't read each other's.
  private static final String LAYOUT = "1";

  private static final System.Logger LOG = System.getLogger(AtlasShelf.class.getName());

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
    String version = GazetteerFiles.shippedVersion();
    Path kept = folder.resolve("gazetteer-" + version + "." + LAYOUT + ".atlas");
    try {
      Atlas atlas = Atlas.map(kept);
      if (atlas.version().equals(version)) {
        return atlas;
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(System.Logger.Level.DEBUG, "no gazetteer laid out yet at {0}: {1}", kept, e);
    }
    return layOut(kept);
  }

  private static Atlas layOut(Path kept) {
    Atlas atlas =
        new AtlasWriter(GazetteerFiles.shipped(), GazetteerFiles.shippedProvenance()).atlas();
    try {
      atlas.writeTo(kept);
      return Atlas.map(kept);
    } catch (IOException e) {
      LOG.log(
          System.Logger.Level.INFO,
          "the gazetteer can''t be kept in {0} and is laid out anew at each start: {1}",
          kept.getParent(),
          e);
      return atlas;
    }
  }
}

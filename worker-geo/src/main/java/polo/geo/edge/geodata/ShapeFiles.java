package polo.geo.edge.geodata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// Opens files of shapes by their ending: `.shp`, `.gpkg`, `.geojson` or `.json`.
public final class ShapeFiles {

  private ShapeFiles() {}

  /// Reads all of the file.
  ///
  /// @param layer of a GeoPackage; empty where it has just one
  /// @throws IOException when it is no such file, or is cut off
  public static ShapeFile read(Path file, String layer) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".shp")) {
        return new ShapefileReader(file).read();
      }
      if (name.endsWith(".gpkg")) {
        return new GeoPackageReader(file, layer).read();
      }
      if (name.endsWith(".geojson") || name.endsWith(".json")) {
        return new GeoJsonReader(file).read();
      }
    } catch (RuntimeException e) {
      throw new IOException(file + " is not what its name says: " + e.getMessage(), e);
    }
    throw new IOException(file + " is none of .geojson, .json, .shp, .gpkg");
  }
}

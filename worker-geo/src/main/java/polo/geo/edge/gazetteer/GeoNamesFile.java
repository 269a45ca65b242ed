package polo.geo.edge.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// A table of a GeoNames dump as it is downloaded: `NAME.txt`, `NAME.zip` with that in it, or
/// `NAME.txt.gz`. Read a line at a time: `allCountries` has 13 million.
record GeoNamesFile(Path path) {

  /// @param name without ending
  static Optional<GeoNamesFile> in(Path folder, String name) {
    for (String ending : new String[] {".txt", ".zip", ".txt.gz"}) {
      Path path = folder.resolve(name + ending);
      if (Files.isRegularFile(path)) {
        return Optional.of(new GeoNamesFile(path));
      }
    }
    return Optional.empty();
  }

  String name() {
    return String.valueOf(path.getFileName());
  }

  interface RowReader {
    /// Takes a row.
    ///
    /// @param number of the line, the first is 1
    void row(int number, String[] columns);
  }

  /// Calls `reader` for each line that is no comment.
  void forEachRow(RowReader reader) throws IOException {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(), UTF_8), 1 << 16)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isEmpty() && !line.startsWith("#")) {
          reader.row(number, line.split("\t", -1));
        }
      }
    }
  }

  private InputStream open() throws IOException {
    InputStream file = Files.newInputStream(path);
    if (name().endsWith(".gz")) {
      return new GZIPInputStream(file, 1 << 16);
    }
    return name().endsWith(".zip") ? entry(new ZipInputStream(file)) : file;
  }

  /// Archives of places hold a licence beside the table.
  private InputStream entry(ZipInputStream zip) throws IOException {
    String wanted = name().replace(".zip", ".txt");
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().equals(wanted)) {
        return zip;
      }
    }
    zip.close();
    throw new IOException(name() + " holds no " + wanted);
  }
}

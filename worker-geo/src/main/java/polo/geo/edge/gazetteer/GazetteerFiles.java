package polo.geo.edge.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// The files of a gazetteer by name, unpacked. On disk and in the jar each is gzipped, beside a
/// manifest with the version and the SHA-256 of each file (unpacked: compressors may differ from
/// JDK to JDK, contents don't).
record GazetteerFiles(String version, Map<String, byte[]> contents) {

  static final String ZONES = "zones.bin";
  static final String REGIONS = "regions.bin";
  static final String PLACES = "places.bin";
  static final String COUNTRY_NAMES = "countries.tsv";
  static final String REGION_NAMES = "regions.tsv";
  static final String ISO_CODES = "iso.tsv";

  /// Only in what a user made: the shipped gazetteer has none.
  static final String OWN_PLACES = "own.tsv";

  private static final List<String> ALL =
      List.of(ZONES, REGIONS, PLACES, COUNTRY_NAMES, REGION_NAMES, ISO_CODES);

  static final String MANIFEST = "manifest.txt";

  private static final String RESOURCES = "/polo/gazetteer/";
  private static final String VERSION_LINE = "version ";

  GazetteerFiles {
    contents = Collections.unmodifiableSortedMap(new TreeMap<>(contents));
  }

  /// Files under a version that names their contents: `edition-0123abcd`.
  static GazetteerFiles of(String edition, Map<String, byte[]> contents) {
    String fingerprint = sha256(checksums(contents).getBytes(UTF_8)).substring(0, 8);
    return new GazetteerFiles(edition + "-" + fingerprint, contents);
  }

  byte[] get(String name) {
    return Objects.requireNonNull(contents.get(name), name);
  }

  boolean has(String name) {
    return contents.containsKey(name);
  }

  String manifest() {
    return VERSION_LINE + version + "\n" + checksums(contents);
  }

  private static String checksums(Map<String, byte[]> contents) {
    StringBuilder lines = new StringBuilder();
    new TreeMap<>(contents)
        .forEach(
            (name, bytes) -> lines.append(sha256(bytes)).append("  ").append(name).append('\n'));
    return lines.toString();
  }

  /// Those that come with Polo.
  static GazetteerFiles shipped() {
    Map<String, byte[]> contents = new TreeMap<>();
    for (String name : ALL) {
      contents.put(name, resource(name + ".gz", true));
    }
    return new GazetteerFiles(shippedVersion(), contents);
  }

  static String shippedVersion() {
    String manifest = new String(resource(MANIFEST, false), UTF_8);
    return manifest.substring(VERSION_LINE.length(), manifest.indexOf('\n'));
  }

  static String shippedProvenance() {
    return new String(resource("PROVENANCE.md", false), UTF_8);
  }

  private static byte[] resource(String name, boolean zipped) {
    try (InputStream in = GazetteerFiles.class.getResourceAsStream(RESOURCES + name)) {
      InputStream file = Objects.requireNonNull(in, name);
      return zipped ? new GZIPInputStream(file, 1 << 16).readAllBytes() : file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the gazetteer's " + name + " is broken", e);
    }
  }

  void writeTo(Path directory) throws IOException {
    Files.createDirectories(directory);
    for (Map.Entry<String, byte[]> file : contents.entrySet()) {
      try (OutputStream out = Files.newOutputStream(directory.resolve(file.getKey() + ".gz"));
          OutputStream zipped = new GZIPOutputStream(out)) {
        zipped.write(file.getValue());
      }
    }
    Files.writeString(directory.resolve(MANIFEST), manifest());
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each Java platform has SHA-256", e);
    }
  }
}

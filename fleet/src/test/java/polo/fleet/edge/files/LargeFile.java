package polo.fleet.edge.files;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Fix;

/// Writes a large file of a format and reads it again, in a process with a small heap.
final class LargeFile {

  private static final long START = 1_600_000_000;
  private static final int BLOCK = 1_000;

  private LargeFile() {}

  /// Writes and reads it.
  ///
  /// @param arguments format, how many rows (whole thousands), where
  public static void main(String[] arguments) throws IOException {
    FixFormat format = FixFormat.valueOf(arguments[0]);
    Path file = Path.of(arguments[2]);
    write(format, Long.parseLong(arguments[1]), file);
    Counting sink = new Counting();
    new FixFile(file, null).read(sink, bytes -> {});
    System.out.printf(Locale.ROOT, "%d fixes, %d flaws%n", sink.fixes, sink.flaws);
  }

  /// One thousand rows over and over: making them must not be what the test waits for.
  private static void write(FixFormat format, long rows, Path file) throws IOException {
    StringBuilder thousand = new StringBuilder();
    for (int i = 0; i < BLOCK; i++) {
      thousand.append(row(format, START + i, 52 + i * 1e-6)).append(separator(format));
    }
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(opening(format));
      for (long i = BLOCK; i < rows; i += BLOCK) {
        out.append(thousand);
      }
      out.append(thousand, 0, thousand.length() - separator(format).length());
      out.write(closing(format));
    }
  }

  private static String opening(FixFormat format) {
    return switch (format) {
      case CSV -> "user,ts,lat,lon,alt,acc,speed\n";
      case GPX -> "<?xml version=\"1.0\"?>\n<gpx version=\"1.1\"><trk><trkseg>\n";
      case GEOJSON -> "{\"type\":\"FeatureCollection\",\"features\":[";
      case GOOGLE -> "{\"locations\":[";
      case OWNTRACKS -> "";
    };
  }

  private static String row(FixFormat format, long second, double lat) {
    return switch (format) {
      case CSV ->
          "somebody with a name," + second + ".25," + lat + ",5.1214000,12.5,14.25,1.3400001\n";
      case GPX ->
          "<trkpt lat=\"%s\" lon=\"5.1214\"><ele>12.5</ele><time>%s</time><extensions><accuracy>14.25</accuracy><speed>1.34</speed></extensions></trkpt>\n"
              .formatted(lat, Instant.ofEpochSecond(second));
      case GEOJSON ->
          "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[5.1214,%s,12.5]},\"properties\":{\"timestamp\":%d,\"horizontal_accuracy\":14.25}}"
              .formatted(lat, second);
      case GOOGLE ->
          "{\"latitudeE7\":%d,\"longitudeE7\":51214000,\"accuracy\":14,\"source\":\"WIFI\",\"deviceTag\":123,\"timestampMs\":\"%d000\",\"activity\":[{\"type\":\"STILL\"}]}"
              .formatted((long) (lat * 1e7), second);
      case OWNTRACKS ->
          "2020-09-13T12:26:40Z\t*                 \t{\"_type\":\"location\",\"tid\":\"ad\",\"lat\":%s,\"lon\":5.1214,\"acc\":14,\"tst\":%d,\"conn\":\"w\"}\n"
              .formatted(lat, second);
    };
  }

  private static String separator(FixFormat format) {
    return switch (format) {
      case CSV, GPX, OWNTRACKS -> "";
      case GEOJSON, GOOGLE -> ",\n";
    };
  }

  private static String closing(FixFormat format) {
    return switch (format) {
      case CSV, OWNTRACKS -> "";
      case GPX -> "</trkseg></trk></gpx>\n";
      case GEOJSON, GOOGLE -> "]}\n";
    };
  }

  /// Keeps nothing.
  private static final class Counting implements FixSink {

    private long fixes;
    private long flaws;

    @Override
    public void fix(@Nullable String user, @Nullable String device, Fix fix) {
      fixes++;
    }

    @Override
    public void flaw(Flaw flaw) {
      flaws++;
      System.out.println(flaw);
    }
  }
}

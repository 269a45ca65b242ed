package polo.geo.edge.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// A world of two square countries, ten degrees wide, side by side on the equator.
final class TinyWorld {

  private static final int TEN = 10 * GridUnits.PER_DEGREE;

  private static final List<int[]> LINES =
      List.of(
          new int[] {TEN, 0, 0, 0, 0, TEN, TEN, TEN},
          new int[] {TEN, 0, TEN, TEN},
          new int[] {TEN, TEN, 2 * TEN, TEN, 2 * TEN, 0, TEN, 0});

  static final Boundaries TWO_SQUARES =
      new Boundaries(
          LINES,
          List.of(
              new Boundaries.Area("east", List.of(1, 2)),
              new Boundaries.Area("west", List.of(0, 1))));

  private TinyWorld() {}

  /// Writes the source material for a gazetteer of this world.
  static Path writeSource(Path directory) throws IOException {
    Files.write(directory.resolve("tzcountry_20m.rgp"), rgp("Europe/Lisbon|WW", "Europe/Rome|EE"));
    Files.write(directory.resolve("admin1_ne_60m.rgp"), rgp("W-1", "E-1"));
    Files.writeString(
        directory.resolve("admin1_ne.tsv"),
        """
        adm1_code\tiso_a2\tiso_3166_2\tname\tname_en\ttype_en\tregion\tgn_admin1\tpurity\tvotes
        W-1\tWW\t\tWest\t\t\t\tWW.01\t1.00\t2
        E-1\tEE\t\tEast\t\t\t\tEE.07\t0.40\t2
        """);
    Files.writeString(directory.resolve("admin1.tsv"), "WW.01\tWestshire\nEE.08\tEastshire\n");
    Files.writeString(
        directory.resolve("countries.tsv"),
        "cc\tiso3\tnum\tname\nWW\tWWW\t1\tWestland\nEE\tEEE\t2\tEastland\n");
    writeGzipped(
        directory.resolve("places.tsv.gz"),
        """
        geonameid\tname\tlat\tlon\tcc\tadmin1\tadmin2\tpopulation\tfcode\ttz\tflags
        1\tWestville\t5\t9.7\tWW\t01\t\t90000\tPPL\t\t0
        2\tOld Quarter\t5.01\t9.71\tWW\t01\t\t5000\tPPLX\t\t0
        3\tEastham\t5\t10.01\tEE\t08\t\t800\tPPL\t\t0
        """);
    return directory;
  }

  private static byte[] rgp(String west, String east) {
    PackedWriter out = new PackedWriter();
    out.count(LINES.size());
    int[] last = {0, 0};
    for (int[] line : LINES) {
      out.count(line.length / 2);
      for (int i = 0; i < line.length; i++) {
        out.signed(line[i] - last[i & 1]);
        last[i & 1] = line[i];
      }
    }
    out.count(2);
    writeFeature(out, west, 0, ~1);
    writeFeature(out, east, 1, 2);
    byte[] header = new byte[12];
    byte[] body = out.toBytes();
    byte[] file = new byte[header.length + body.length];
    System.arraycopy(body, 0, file, header.length, body.length);
    return file;
  }

  /// One polygon of one ring of two lines.
  private static void writeFeature(PackedWriter out, String label, int first, int second) {
    out.text(label);
    out.count(1);
    out.count(1);
    out.count(2);
    out.signed(first);
    out.signed(second);
  }

  private static void writeGzipped(Path file, String text) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(UTF_8));
    }
  }
}

package polo.geo.edge.gazetteer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Reads the source material's polygons (`*.rgp`): `RGP1`, a double (grid units per degree), the
/// shared lines, then the features: label, polygons, rings, and in each ring the lines that make it
/// (complemented when walked backwards).
final class RgpSource {

  private static final int HEADER_BYTES = 4 + Double.BYTES;

  private RgpSource() {}

  static Boundaries read(byte[] rgp) {
    PackedReader in = new PackedReader(rgp, HEADER_BYTES);
    var lines = Boundaries.readLines(in);
    Map<String, Set<Integer>> outlines = new HashMap<>();
    for (int features = in.count(); features > 0; features--) {
      Set<Integer> outline = outlines.computeIfAbsent(in.text(), unseen -> new HashSet<>());
      for (int polygons = in.count(); polygons > 0; polygons--) {
        for (int rings = in.count(); rings > 0; rings--) {
          addRing(in, outline);
        }
      }
    }
    return new Boundaries(lines, Boundaries.areasOf(outlines)).withoutUnusedLines();
  }

  private static void addRing(PackedReader in, Set<Integer> outline) {
    for (int parts = in.count(); parts > 0; parts--) {
      int line = in.signed();
      Boundaries.toggle(outline, line < 0 ? ~line : line);
    }
  }
}

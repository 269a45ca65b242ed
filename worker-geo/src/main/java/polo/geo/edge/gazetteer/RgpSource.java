package polo.geo.edge.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the source material's polygons (`*.rgp`): `RGP1`, a double (grid units per degree), the
/// shared lines, then the features: label, polygons, rings, and in each ring the lines that make it
/// (complemented when walked backwards).
final class RgpSource {

  private static final int HEADER_BYTES = 4 + Double.BYTES;

  private final List<int[]> lines;
  private final List<PartRule> rules;
  private final Map<String, Set<Integer>> outlines = new HashMap<>();

  private RgpSource(List<int[]> lines, List<PartRule> rules) {
    this.lines = lines;
    this.rules = rules;
  }

  static Boundaries read(byte[] rgp) {
    return read(rgp, List.of());
  }

  /// @param rules which parts of an area go by another label
  static Boundaries read(byte[] rgp, List<PartRule> rules) {
    PackedReader in = new PackedReader(rgp, HEADER_BYTES);
    RgpSource source = new RgpSource(Boundaries.readLines(in), rules);
    for (int features = in.count(); features > 0; features--) {
      String label = in.text();
      for (int polygons = in.count(); polygons > 0; polygons--) {
        source.addPolygon(label, in);
      }
    }
    return new Boundaries(source.lines, Boundaries.areasOf(source.outlines)).withoutUnusedLines();
  }

  private void addPolygon(String label, PackedReader in) {
    List<Integer> polygon = new ArrayList<>();
    for (int rings = in.count(); rings > 0; rings--) {
      for (int parts = in.count(); parts > 0; parts--) {
        int line = in.signed();
        polygon.add(line < 0 ? ~line : line);
      }
    }
    List<int[]> outline = polygon.stream().map(lines::get).toList();
    String labelOfPart =
        rules.stream()
            .filter(rule -> rule.covers(label, outline))
            .map(PartRule::labelOfPart)
            .findFirst()
            .orElse(label);
    Set<Integer> area = outlines.computeIfAbsent(labelOfPart, unseen -> new HashSet<>());
    polygon.forEach(line -> Boundaries.toggle(area, line));
  }
}

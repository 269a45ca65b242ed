package polo.geo.edge.gazetteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Areas by the lines that bound them. A line between two areas is there once, so neighbours meet
/// without gap or overlap. An area is a set of lines, in no order: whatever ray from a point
/// crosses them an odd number of times comes from inside, whether there are holes, islands or
/// enclaves.
///
/// @param lines chains of points on the grid: x, y, x, y …
/// @param areas each with its label, sorted by label, labels being unique
record Boundaries(List<int[]> lines, List<Area> areas) {

  record Area(String label, List<Integer> lines) {
    Area {
      lines = List.copyOf(lines);
    }
  }

  Boundaries {
    lines = List.copyOf(lines);
    areas = List.copyOf(areas);
  }

  /// Areas under new labels: those with the same one are merged, those without one vanish. A line
  /// on two sides of which lies the same area bounds nothing, and goes.
  Boundaries relabelled(Function<String, Optional<String>> newLabel) {
    Map<String, Set<Integer>> merged = new HashMap<>();
    for (Area area : areas) {
      newLabel
          .apply(area.label())
          .map(label -> merged.computeIfAbsent(label, unseen -> new HashSet<>()))
          .ifPresent(outline -> area.lines().forEach(line -> toggle(outline, line)));
    }
    return new Boundaries(lines, areasOf(merged)).withoutUnusedLines();
  }

  /// These areas and more, whose labels are others.
  Boundaries with(Boundaries more) {
    int shift = lines.size();
    Stream<Area> shifted =
        more.areas.stream()
            .map(area ->
                new Area(area.label(), area.lines().stream().map(line -> line + shift).toList()));
    return new Boundaries(
        Stream.concat(lines.stream(), more.lines.stream()).toList(),
        Stream.concat(areas.stream(), shifted).sorted(Comparator.comparing(Area::label)).toList());
  }

  static List<Area> areasOf(Map<String, Set<Integer>> outlines) {
    return outlines.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(outline -> new Area(outline.getKey(), outline.getValue().stream().sorted().toList()))
        .toList();
  }

  Boundaries withoutUnusedLines() {
    List<Integer> used =
        areas.stream().flatMap(area -> area.lines().stream()).distinct().sorted().toList();
    int[] newNumber = new int[lines.size()];
    for (int i = 0; i < used.size(); i++) {
      newNumber[used.get(i)] = i;
    }
    return new Boundaries(
        used.stream().map(lines::get).toList(),
        areas.stream()
            .map(area ->
                new Area(area.label(), area.lines().stream().map(line -> newNumber[line]).toList()))
            .toList());
  }

  /// In or out: a line that bounds an area twice doesn't bound it.
  static void toggle(Set<Integer> outline, int line) {
    if (!outline.remove(line)) {
      outline.add(line);
    }
  }

  byte[] toBytes() {
    PackedWriter out = new PackedWriter();
    out.count(lines.size());
    int[] last = {0, 0};
    for (int[] line : lines) {
      out.count(line.length / 2);
      for (int i = 0; i < line.length; i++) {
        out.signed(line[i] - last[i & 1]);
        last[i & 1] = line[i];
      }
    }
    out.count(areas.size());
    for (Area area : areas) {
      out.text(area.label());
      out.count(area.lines().size());
      int before = 0;
      for (int line : area.lines()) {
        out.signed(line - before);
        before = line;
      }
    }
    return out.toBytes();
  }

  static Boundaries read(byte[] bytes) {
    PackedReader in = new PackedReader(bytes);
    List<int[]> lines = readLines(in);
    List<Area> areas = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      String label = in.text();
      List<Integer> outline = new ArrayList<>();
      int line = 0;
      for (int more = in.count(); more > 0; more--) {
        line += in.signed();
        outline.add(line);
      }
      areas.add(new Area(label, outline));
    }
    return new Boundaries(lines, areas);
  }

  static List<int[]> readLines(PackedReader in) {
    List<int[]> lines = new ArrayList<>();
    int[] last = {0, 0};
    for (int left = in.count(); left > 0; left--) {
      int[] line = new int[2 * in.count()];
      for (int i = 0; i < line.length; i++) {
        last[i & 1] += in.signed();
        line[i] = last[i & 1];
      }
      lines.add(line);
    }
    return lines;
  }
}

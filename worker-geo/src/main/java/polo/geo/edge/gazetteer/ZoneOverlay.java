package polo.geo.edge.gazetteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import polo.geo.edge.gazetteer.BoundaryLayer.Level;
import polo.geo.edge.gazetteer.Segments.Segment;

/// Lays imported countries or time zones over the layer that says both.
///
/// What an imported area covers is its own, whoever had it; what it doesn't cover stays as it was,
/// territorial waters for instance, which few sources draw. Land that a country gains keeps a time
/// zone which the country has there, else gets the nearest of the country's.
final class ZoneOverlay {

  /// Marks labels of imported areas: no zone is called so.
  private static final String IMPORTED = "+";

  private final Boundaries base;
  private final Boundaries imported;
  private final Level level;

  ZoneOverlay(Boundaries base, Boundaries imported, Level level) {
    this.base = base;
    this.imported = imported;
    this.level = level;
  }

  /// Only areas within reach of the imported ones are cut anew.
  Boundaries laidOver() {
    Envelope reach = new Envelope();
    imported.lines().forEach(line -> reach.expandToInclude(envelope(line)));
    reach.expandBy(2);
    Set<String> affected =
        base.areas().stream()
            .filter(area -> envelope(area).intersects(reach))
            .map(Boundaries.Area::label)
            .collect(Collectors.toSet());
    while (true) {
      Set<String> more = new HashSet<>();
      Boundaries result = laidOver(affected, more);
      if (more.isEmpty()) {
        return result;
      }
      affected.addAll(more);
    }
  }

  /// @param more gets the areas whose lines were moved though they are not affected
  private Boundaries laidOver(Set<String> affected, Set<String> more) {
    Boundaries crossing =
        new Boundaries(
                base.lines(),
                base.areas().stream().filter(a -> affected.contains(a.label())).toList())
            .withoutUnusedLines()
            .with(marked());
    SortedMap<Segment, Set<String>> owners = Mosaic.owners(crossing, this::ownersOf);
    Set<Integer> cut = new HashSet<>();
    base.areas().stream()
        .filter(area -> affected.contains(area.label()))
        .forEach(area -> cut.addAll(area.lines()));
    List<Boundaries.Area> rest = new ArrayList<>();
    for (Boundaries.Area area : base.areas()) {
      if (affected.contains(area.label())) {
        continue;
      }
      List<Integer> own = new ArrayList<>();
      for (int line : area.lines()) {
        if (!cut.contains(line)) {
          own.add(line);
        } else if (!enter(base.lines().get(line), area.label(), owners)) {
          more.add(area.label());
        }
      }
      rest.add(new Boundaries.Area(area.label(), own));
    }
    return more.isEmpty()
        ? joined(new Boundaries(base.lines(), rest), Mosaic.boundaries(owners))
        : base;
  }

  private Boundaries marked() {
    return imported.relabelled(label -> java.util.Optional.of(IMPORTED + label));
  }

  private static boolean enter(int[] line, String label, SortedMap<Segment, Set<String>> owners) {
    for (int i = 2; i < line.length; i += 2) {
      Set<String> here =
          owners.get(
              Segment.of(
                  Segments.point(line[i - 2], line[i - 1]), Segments.point(line[i], line[i + 1])));
      if (here == null) {
        return false;
      }
      here.add(label);
    }
    return true;
  }

  /// Areas of the same label, with the lines of both.
  private static Boundaries joined(Boundaries some, Boundaries others) {
    int shift = some.lines().size();
    Map<String, Set<Integer>> outlines = new HashMap<>();
    some.areas().forEach(area -> outlines.put(area.label(), new HashSet<>(area.lines())));
    others
        .areas()
        .forEach(area -> {
          Set<Integer> outline = outlines.computeIfAbsent(area.label(), unseen -> new HashSet<>());
          area.lines().forEach(line -> outline.add(line + shift));
        });
    outlines.values().removeIf(Set::isEmpty);
    return new Boundaries(
            Stream.concat(some.lines().stream(), others.lines().stream()).toList(),
            Boundaries.areasOf(outlines))
        .withoutUnusedLines();
  }

  private Set<String> ownersOf(Set<String> claimants, Polygon face) {
    Set<String> before = new TreeSet<>();
    String drawn = null;
    for (String label : claimants) {
      if (label.startsWith(IMPORTED)) {
        drawn = label.substring(IMPORTED.length());
      } else {
        before.add(label);
      }
    }
    if (drawn == null) {
      return before;
    }
    return level == Level.ZONE ? zoned(drawn, before) : ownedBy(drawn, before, face);
  }

  private static Set<String> zoned(String drawn, Set<String> before) {
    if (!drawn.endsWith("|") || before.isEmpty()) {
      return Set.of(drawn);
    }
    return before.stream()
        .map(label -> drawn + label.substring(label.indexOf('|') + 1))
        .collect(Collectors.toSet());
  }

  private Set<String> ownedBy(String country, Set<String> before, Polygon face) {
    String ending = "|" + country;
    Set<String> same =
        before.stream().filter(label -> label.endsWith(ending)).collect(Collectors.toSet());
    if (!same.isEmpty()) {
      return same;
    }
    return base.areas().stream()
        .filter(area -> area.label().endsWith(ending))
        .min(Comparator.comparingDouble(area -> distance(area, face)))
        .map(area -> Set.of(area.label()))
        .orElseGet(() -> Set.of(zoneOf(before) + ending));
  }

  private static String zoneOf(Set<String> before) {
    return before.stream()
        .map(label -> label.substring(0, label.indexOf('|')))
        .findFirst()
        .orElse("");
  }

  /// Squared, on the grid, to the nearest point of its lines.
  private double distance(Boundaries.Area area, Polygon face) {
    Coordinate here = face.getInteriorPoint().getCoordinate();
    double least = Double.POSITIVE_INFINITY;
    for (int number : area.lines()) {
      int[] line = base.lines().get(number);
      for (int i = 0; i < line.length; i += 2) {
        double dx = line[i] - here.x;
        double dy = line[i + 1] - here.y;
        least = Math.min(least, dx * dx + dy * dy);
      }
    }
    return least;
  }

  private Envelope envelope(Boundaries.Area area) {
    Envelope box = new Envelope();
    area.lines().forEach(line -> box.expandToInclude(envelope(base.lines().get(line))));
    return box;
  }

  private static Envelope envelope(int[] line) {
    Envelope box = new Envelope();
    for (int i = 0; i < line.length; i += 2) {
      box.expandToInclude(line[i], line[i + 1]);
    }
    return box;
  }
}

package polo.geo.edge.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Pieces of lines between two points, each with what it bounds; and lines made of them again.
final class Segments {

  /// In either direction the same.
  record Segment(long from, long to) implements Comparable<Segment> {

    static Segment of(long one, long other) {
      return one < other ? new Segment(one, other) : new Segment(other, one);
    }

    long otherEnd(long end) {
      return end == from ? to : from;
    }

    @Override
    public int compareTo(Segment other) {
      int byFrom = Long.compare(from, other.from);
      return byFrom != 0 ? byFrom : Long.compare(to, other.to);
    }
  }

  /// A line all of which bounds the same.
  static final class Line<T> {
    private final int[] points;
    private final T bounds;

    Line(int[] points, T bounds) {
      this.points = points;
      this.bounds = bounds;
    }

    int[] points() {
      return points;
    }

    T bounds() {
      return bounds;
    }
  }

  private Segments() {}

  static long point(long x, long y) {
    return x << 32 | y & 0xffffffffL;
  }

  static int x(long point) {
    return (int) (point >> 32);
  }

  static int y(long point) {
    return (int) point;
  }

  /// The longest lines: they end where three or more meet, or where what they bound changes.
  /// Deterministic.
  static <T> List<Line<T>> lines(SortedMap<Segment, T> segments) {
    Map<Long, List<Segment>> around = new HashMap<>();
    segments
        .keySet()
        .forEach(segment -> {
          around.computeIfAbsent(segment.from(), unseen -> new ArrayList<>(2)).add(segment);
          around.computeIfAbsent(segment.to(), unseen -> new ArrayList<>(2)).add(segment);
        });
    Function<Long, Boolean> isEnd =
        point -> {
          List<Segment> here = around.getOrDefault(point, List.of());
          return here.size() != 2
              || !Objects.equals(segments.get(here.get(0)), segments.get(here.get(1)));
        };
    SortedMap<Segment, T> left = new TreeMap<>(segments);
    List<Line<T>> lines = new ArrayList<>();
    for (Segment segment : segments.keySet()) {
      if (left.containsKey(segment)) {
        long start =
            isEnd.apply(segment.from())
                ? segment.from()
                : isEnd.apply(segment.to()) ? segment.to() : Long.MIN_VALUE;
        if (start != Long.MIN_VALUE) {
          lines.add(walk(segment, start, around, isEnd, left));
        }
      }
    }
    while (!left.isEmpty()) {
      Segment segment = left.firstKey();
      lines.add(walk(segment, segment.from(), around, isEnd, left));
    }
    return lines;
  }

  private static <T> Line<T> walk(
      Segment first,
      long start,
      Map<Long, List<Segment>> around,
      Function<Long, Boolean> isEnd,
      SortedMap<Segment, T> left) {
    T bounds = Objects.requireNonNull(left.get(first), "a segment that is left");
    List<Long> points = new ArrayList<>(List.of(start));
    Segment segment = first;
    long at = start;
    while (left.remove(segment) != null) {
      at = segment.otherEnd(at);
      points.add(at);
      if (isEnd.apply(at)) {
        break;
      }
      List<Segment> here = around.getOrDefault(at, List.of());
      segment = here.get(0).equals(segment) ? here.get(1) : here.get(0);
    }
    int[] line = new int[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      line[2 * i] = x(points.get(i));
      line[2 * i + 1] = y(points.get(i));
    }
    return new Line<>(line, bounds);
  }
}

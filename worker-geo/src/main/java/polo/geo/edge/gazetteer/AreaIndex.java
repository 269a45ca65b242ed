package polo.geo.edge.gazetteer;

import java.util.Arrays;
import java.util.List;
import polo.common.earth.Coordinate;

/// Which areas contain a position: exact on the grid, neighbours never both nor neither.
///
/// Idea: even-odd rule for all areas at once. The globe is cut into thin stripes of latitude; a
/// stripe lists the segments that touch it, from west to east. A query walks its stripe from the
/// antimeridian up to the position, and each segment it crosses takes it into or out of the areas
/// which that segment bounds. Segments are half-open in latitude, so that a ray through a vertex
/// crosses once; a position exactly on a line counts as west of it.
///
/// Cost: memory 8 bytes for each segment in each stripe it touches; time proportional to the
/// segments west of the position in its stripe (some hundreds at most: around 1 µs). The plain
/// version, a scan over all segments of all areas, is the oracle in the test.
final class AreaIndex {

  /// Thin enough that most segments lie in one or two stripes.
  private static final int STRIPE_HEIGHT = GridUnits.PER_DEGREE / 100;

  private static final int STRIPES = 2 * GridUnits.QUARTER_TURN / STRIPE_HEIGHT;

  private final int[] x;
  private final int[] y;
  private final int[] lineOf;
  private final int[][] areasOfLine;

  /// Western end in the high half, vertex at which the segment starts in the low half: sorted as
  /// numbers they are sorted from west to east.
  private final long[] segments;

  private final int[] stripeStart = new int[STRIPES + 1];

  AreaIndex(Boundaries boundaries) {
    List<int[]> lines = boundaries.lines();
    int vertices = lines.stream().mapToInt(line -> line.length / 2).sum();
    x = new int[vertices];
    y = new int[vertices];
    lineOf = new int[vertices];
    areasOfLine = areasOfLines(boundaries);
    layOut(lines);
    segments = fillStripes();
    for (int stripe = 0; stripe < STRIPES; stripe++) {
      Arrays.sort(segments, stripeStart[stripe], stripeStart[stripe + 1]);
    }
  }

  /// Numbers of the areas that contain `position`, in no particular order.
  int[] areasAt(Coordinate position) {
    // The outermost grid lines belong to the cells inside them.
    int px = clampInside(GridUnits.of(position.longitude()), GridUnits.HALF_TURN);
    int py = clampInside(GridUnits.of(position.latitude()), GridUnits.QUARTER_TURN);
    int stripe = stripeOf(py);
    AreaSet inside = new AreaSet();
    for (int i = stripeStart[stripe]; i < stripeStart[stripe + 1]; i++) {
      if (segments[i] >> 32 >= px) {
        break;
      }
      int from = (int) segments[i];
      if (crossesWestOf(from, px, py)) {
        for (int area : areasOfLine[lineOf[from]]) {
          inside.toggle(area);
        }
      }
    }
    return inside.toArray();
  }

  /// Whether the ray from the far west to (px, py) crosses the segment that starts at vertex
  /// `from`.
  private boolean crossesWestOf(int from, int px, int py) {
    int to = from + 1;
    if (y[from] > py == y[to] > py) {
      return false;
    }
    long turn =
        ((long) x[to] - x[from]) * ((long) py - y[from])
            - ((long) px - x[from]) * ((long) y[to] - y[from]);
    return y[to] > y[from] ? turn < 0 : turn > 0;
  }

  private static int clampInside(int units, int edge) {
    return Math.clamp(units, -edge + 1, edge - 1);
  }

  private static int stripeOf(int y) {
    return (y + GridUnits.QUARTER_TURN) / STRIPE_HEIGHT;
  }

  private static int[][] areasOfLines(Boundaries boundaries) {
    int[][] areas = new int[boundaries.lines().size()][0];
    for (int area = 0; area < boundaries.areas().size(); area++) {
      for (int line : boundaries.areas().get(area).lines()) {
        areas[line] = Arrays.copyOf(areas[line], areas[line].length + 1);
        areas[line][areas[line].length - 1] = area;
      }
    }
    return areas;
  }

  private void layOut(List<int[]> lines) {
    int vertex = 0;
    for (int line = 0; line < lines.size(); line++) {
      int[] points = lines.get(line);
      for (int i = 0; i < points.length; i += 2) {
        x[vertex] = points[i];
        y[vertex] = points[i + 1];
        lineOf[vertex] = line;
        vertex++;
      }
    }
  }

  private long[] fillStripes() {
    for (int vertex = 0; vertex + 1 < x.length; vertex++) {
      if (isSegment(vertex)) {
        for (int stripe = lowestStripe(vertex); stripe <= highestStripe(vertex); stripe++) {
          stripeStart[stripe + 1]++;
        }
      }
    }
    Arrays.parallelPrefix(stripeStart, Integer::sum);
    int[] next = stripeStart.clone();
    long[] filled = new long[stripeStart[STRIPES]];
    for (int vertex = 0; vertex + 1 < x.length; vertex++) {
      if (isSegment(vertex)) {
        long entry = (long) Math.min(x[vertex], x[vertex + 1]) << 32 | vertex;
        for (int stripe = lowestStripe(vertex); stripe <= highestStripe(vertex); stripe++) {
          filled[next[stripe]++] = entry;
        }
      }
    }
    return filled;
  }

  /// Level segments are never crossed; where one line ends and the next begins there is none.
  private boolean isSegment(int vertex) {
    return lineOf[vertex] == lineOf[vertex + 1] && y[vertex] != y[vertex + 1];
  }

  private int lowestStripe(int vertex) {
    return stripeOf(Math.min(y[vertex], y[vertex + 1]));
  }

  private int highestStripe(int vertex) {
    return stripeOf(Math.max(y[vertex], y[vertex + 1]) - 1);
  }
}

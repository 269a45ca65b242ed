package polo.geo.edge.gazetteer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Arrays;
import polo.common.earth.Coordinate;

/// Which areas contain a position: exact on the grid, neighbours never both nor neither.
///
/// Idea: the globe is cut into cells of 1.3 degrees, and each of them into quarters until few
/// segments are left in a cell. Each leaf knows the areas that contain one point of reference in
/// it; on the straight way from the position to that point, each segment crossed takes one into or
/// out of the areas which it bounds. Holes, enclaves and overlaps need no rule of their own. All
/// arithmetic is on whole numbers; positions and points of reference lie on odd half units and
/// vertices on even ones, so that no way meets a vertex, and a position exactly on a line belongs
/// to one side of it.
///
/// Cost: two memory accesses for most of the world, around 50 ns; the crossing test of a dozen
/// segments near borders. It lies in a file as it is used ([AreaIndexWriter] makes it), so that
/// mapping it is all there is to do at the start. The plain version, a scan over all segments of
/// all areas, is the oracle in the test.
final class AreaIndex {

  /// Of columns and rows of root cells.
  static final int COLUMNS = 275;

  static final int ROWS = 138;

  /// Binary digits of the half units in a root cell's side, so that finding a cell is shifting.
  static final int ROOT_BITS = 18;

  static final int ROOT_SIDE = 1 << ROOT_BITS;

  /// Numbers before the tables: their sizes, in the order in which they follow.
  static final int HEADER_INTS = 8;

  static final int LEAF_INTS = 4;
  static final int RUN_INTS = 3;

  private final IntBuffer roots;
  private final IntBuffer nodes;
  private final IntBuffer leaves;
  private final IntBuffer runs;
  private final IntBuffer vertices;
  private final int[][] areasOfLine;
  private final int[][] sets;

  AreaIndex(ByteBuffer file) {
    IntBuffer ints = file.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    Tables tables = new Tables(ints);
    roots = tables.next();
    nodes = tables.next();
    leaves = tables.next();
    runs = tables.next();
    vertices = tables.next();
    areasOfLine = lists(tables.next());
    sets = lists(tables.next());
  }

  static AreaIndex of(Boundaries boundaries) {
    return new AreaIndex(new AreaIndexWriter(boundaries).toBuffer());
  }

  /// Numbers of the areas that contain `position`, ascending. The array is shared: don't change it.
  int[] areasAt(Coordinate position) {
    return areasAt(
        2 * clampInside(GridUnits.of(position.longitude()), GridUnits.HALF_TURN) - 1,
        2 * clampInside(GridUnits.of(position.latitude()), GridUnits.QUARTER_TURN) + 1);
  }

  /// @param x odd half units, and so is `y`
  private int[] areasAt(int x, int y) {
    int leaf = leafAt(x, y) * LEAF_INTS;
    int[] inside = sets[leaves.get(leaf)];
    int from = leaves.get(leaf + 3);
    int to = leaves.get(leaf + 3 + LEAF_INTS);
    if (from == to) {
      return inside;
    }
    Way way = new Way(x, y, leaves.get(leaf + 1), leaves.get(leaf + 2));
    for (int run = from; run < to; run++) {
      if (crossings(way, run) % 2 != 0) {
        for (int area : areasOfLine[runs.get(run * RUN_INTS + 2)]) {
          inside = toggled(inside, area);
        }
      }
    }
    return inside;
  }

  /// Told of the lines near a position.
  interface LineVisitor {

    /// Whether lines that bound these areas are to be measured.
    boolean isWanted(int[] areas);

    /// A wanted line.
    ///
    /// @param meters from the position to a segment of it
    void line(int[] areas, double meters);
  }

  /// Visits segments of all lines within `meters`, and of some beyond. Stops at the antimeridian
  /// and measures on a plane: for some tens of kilometres.
  void visitLines(Coordinate position, double meters, LineVisitor visitor) {
    new Neighbours(position, visitor).visit(meters);
  }

  /// The cells around a position, and their lines.
  private final class Neighbours {
    private final LineVisitor visitor;
    private final int x;
    private final int y;
    private final double metersPerUnitX;
    private final double metersPerUnitY;

    Neighbours(Coordinate position, LineVisitor visitor) {
      this.visitor = visitor;
      x = 2 * GridUnits.of(position.longitude());
      y = 2 * GridUnits.of(position.latitude());
      metersPerUnitY = Math.toRadians(Coordinate.EARTH_RADIUS_METERS) / GridUnits.PER_DEGREE / 2;
      metersPerUnitX =
          metersPerUnitY * Math.max(0.01, Math.cos(Math.toRadians(position.latitude())));
    }

    void visit(double meters) {
      int reachX = (int) Math.ceil(meters / metersPerUnitX);
      int reachY = (int) Math.ceil(meters / metersPerUnitY);
      Box box =
          new Box(
              Math.max(0, x - reachX + 2 * GridUnits.HALF_TURN),
              Math.max(0, y - reachY + 2 * GridUnits.QUARTER_TURN),
              Math.min(4 * GridUnits.HALF_TURN, x + reachX + 2 * GridUnits.HALF_TURN),
              Math.min(4 * GridUnits.QUARTER_TURN, y + reachY + 2 * GridUnits.QUARTER_TURN));
      for (int row = box.south >> ROOT_BITS; row <= box.north >> ROOT_BITS; row++) {
        for (int column = box.west >> ROOT_BITS; column <= box.east >> ROOT_BITS; column++) {
          int cell = roots.get(row * COLUMNS + column);
          visitCell(cell, column << ROOT_BITS, row << ROOT_BITS, ROOT_BITS, box);
        }
      }
    }

    private void visitCell(int cell, int west, int south, int bits, Box box) {
      if (west > box.east
          || south > box.north
          || west + (1 << bits) < box.west
          || south + (1 << bits) < box.south) {
        return;
      }
      if (cell < 0) {
        visitLeaf(~cell * LEAF_INTS);
        return;
      }
      int half = 1 << bits - 1;
      for (int quarter = 0; quarter < 4; quarter++) {
        visitCell(
            nodes.get(cell + quarter),
            west + (quarter & 1) * half,
            south + (quarter >> 1) * half,
            bits - 1,
            box);
      }
    }

    private void visitLeaf(int leaf) {
      for (int run = leaves.get(leaf + 3); run < leaves.get(leaf + 3 + LEAF_INTS); run++) {
        int[] areas = areasOfLine[runs.get(run * RUN_INTS + 2)];
        if (visitor.isWanted(areas)) {
          int from = 2 * runs.get(run * RUN_INTS);
          int to = from + 2 * runs.get(run * RUN_INTS + 1);
          double nearest = Double.POSITIVE_INFINITY;
          for (int vertex = from; vertex < to; vertex += 2) {
            nearest = Math.min(nearest, metersToSegment(vertex));
          }
          visitor.line(areas, nearest);
        }
      }
    }

    private double metersToSegment(int vertex) {
      double ax = metersPerUnitX * (2.0 * vertices.get(vertex) - x);
      double ay = metersPerUnitY * (2.0 * vertices.get(vertex + 1) - y);
      double dx = metersPerUnitX * (2.0 * vertices.get(vertex + 2) - x) - ax;
      double dy = metersPerUnitY * (2.0 * vertices.get(vertex + 3) - y) - ay;
      double length = dx * dx + dy * dy;
      double along = length == 0 ? 0 : Math.clamp(-(ax * dx + ay * dy) / length, 0.0, 1.0);
      return Math.hypot(ax + along * dx, ay + along * dy);
    }
  }

  /// In half units from the map's south-western corner.
  private record Box(int west, int south, int east, int north) {}

  private int leafAt(int x, int y) {
    int gx = x + 2 * GridUnits.HALF_TURN;
    int gy = y + 2 * GridUnits.QUARTER_TURN;
    int cell = roots.get((gy >> ROOT_BITS) * COLUMNS + (gx >> ROOT_BITS));
    for (int bit = ROOT_BITS - 1; cell >= 0; bit--) {
      cell = nodes.get(cell + (gx >> bit & 1) + 2 * (gy >> bit & 1));
    }
    return ~cell;
  }

  /// How often the way crosses a run of consecutive segments of a line.
  private int crossings(Way way, int run) {
    int vertex = 2 * runs.get(run * RUN_INTS);
    int end = vertex + 2 * runs.get(run * RUN_INTS + 1);
    int x = 2 * vertices.get(vertex);
    int y = 2 * vertices.get(vertex + 1);
    int crossed = 0;
    while (vertex < end) {
      vertex += 2;
      int nextX = 2 * vertices.get(vertex);
      int nextY = 2 * vertices.get(vertex + 1);
      if (way.crosses(x, y, nextX, nextY)) {
        crossed++;
      }
      x = nextX;
      y = nextY;
    }
    return crossed;
  }

  /// From a position to a point of reference, in half units.
  record Way(long fromX, long fromY, long toX, long toY) {

    boolean crosses(int ax, int ay, int bx, int by) {
      long dx = toX - fromX;
      long dy = toY - fromY;
      boolean aIsLeft = dx * (ay - fromY) - dy * (ax - fromX) > 0;
      boolean bIsLeft = dx * (by - fromY) - dy * (bx - fromX) > 0;
      if (aIsLeft == bIsLeft) {
        return false;
      }
      long ex = (long) bx - ax;
      long ey = (long) by - ay;
      return ex * (fromY - ay) - ey * (fromX - ax) > 0 != ex * (toY - ay) - ey * (toX - ax) > 0;
    }
  }

  /// The ascending set with the area put in, or taken out if it was there.
  static int[] toggled(int[] set, int area) {
    int at = Arrays.binarySearch(set, area);
    int[] toggled = new int[at >= 0 ? set.length - 1 : set.length + 1];
    int keep = at >= 0 ? at : ~at;
    System.arraycopy(set, 0, toggled, 0, keep);
    if (at >= 0) {
      System.arraycopy(set, at + 1, toggled, at, toggled.length - at);
    } else {
      toggled[keep] = area;
      System.arraycopy(set, keep, toggled, keep + 1, set.length - keep);
    }
    return toggled;
  }

  private static int clampInside(int units, int edge) {
    return Math.clamp(units, -edge + 1, edge - 1);
  }

  /// Lists one after the other, each behind its length.
  private static int[][] lists(IntBuffer table) {
    int[][] lists = new int[table.get(0)][];
    int at = 1;
    for (int i = 0; i < lists.length; i++) {
      lists[i] = new int[table.get(at++)];
      table.get(at, lists[i]);
      at += lists[i].length;
    }
    return lists;
  }

  /// The file's tables in turn.
  private static final class Tables {
    private final IntBuffer file;
    private int number;
    private int at = HEADER_INTS;

    Tables(IntBuffer file) {
      this.file = file;
    }

    IntBuffer next() {
      int size = file.get(number++);
      IntBuffer table = file.slice(at, size);
      at += size;
      return table;
    }
  }
}

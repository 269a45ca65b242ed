package polo.geo.edge.gazetteer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Cuts the globe into the cells of an [AreaIndex] and writes it as it is read. Deterministic; two
/// seconds for the world.
final class AreaIndexWriter {

  /// A cell with more segments is cut, unless it is deep already.
  private static final int SEGMENTS_PER_LEAF = 16;

  private static final int DEEPEST = 12;

  private final int[] x;
  private final int[] y;
  private final int[] lineOf;
  private final int[][] areasOfLine;

  private final Growing roots = new Growing();
  private final Growing nodes = new Growing();
  private final Growing leaves = new Growing();
  private final Growing runs = new Growing();
  private final Map<List<Integer>, Integer> sets = new HashMap<>();
  private final List<int[]> setsInOrder = new ArrayList<>();

  AreaIndexWriter(Boundaries boundaries) {
    List<int[]> lines = boundaries.lines();
    int size = lines.stream().mapToInt(line -> line.length / 2).sum();
    x = new int[size];
    y = new int[size];
    lineOf = new int[size];
    areasOfLine = areasOfLines(boundaries);
    layOut(lines);
    cut(segmentsOfRoots());
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
        x[vertex] = 2 * points[i];
        y[vertex] = 2 * points[i + 1];
        lineOf[vertex] = line;
        vertex++;
      }
    }
  }

  /// A square in half units, counted from the south-west corner of the map.
  private record Cell(int west, int south, int side) {

    static Cell root(int column, int row) {
      return new Cell(
          column * AreaIndex.ROOT_SIDE - 2 * GridUnits.HALF_TURN,
          row * AreaIndex.ROOT_SIDE - 2 * GridUnits.QUARTER_TURN,
          AreaIndex.ROOT_SIDE);
    }

    Cell quarter(int number) {
      int half = side / 2;
      return new Cell(west + (number & 1) * half, south + (number >> 1) * half, half);
    }

    int middleX() {
      return west + side / 2 | 1;
    }

    int middleY() {
      return south + side / 2 | 1;
    }
  }

  private Growing[] segmentsOfRoots() {
    Growing[] segments = new Growing[AreaIndex.COLUMNS * AreaIndex.ROWS];
    Arrays.setAll(segments, root -> new Growing());
    for (int v = 0; v + 1 < x.length; v++) {
      if (lineOf[v] != lineOf[v + 1]) {
        continue;
      }
      for (int row = row(Math.min(y[v], y[v + 1])); row <= row(Math.max(y[v], y[v + 1])); row++) {
        for (int column = column(Math.min(x[v], x[v + 1]));
            column <= column(Math.max(x[v], x[v + 1]));
            column++) {
          if (touches(v, Cell.root(column, row))) {
            segments[row * AreaIndex.COLUMNS + column].add(v);
          }
        }
      }
    }
    return segments;
  }

  private static int column(int x) {
    return x + 2 * GridUnits.HALF_TURN >> AreaIndex.ROOT_BITS;
  }

  private static int row(int y) {
    return y + 2 * GridUnits.QUARTER_TURN >> AreaIndex.ROOT_BITS;
  }

  /// Row by row, from outside the map's western edge, where there is nothing, from middle to
  /// middle.
  private void cut(Growing[] segments) {
    for (int row = 0; row < AreaIndex.ROWS; row++) {
      int[] inside = {};
      int fromX = -2 * GridUnits.HALF_TURN - AreaIndex.ROOT_SIDE / 2 | 1;
      int[] before = {};
      for (int column = 0; column < AreaIndex.COLUMNS; column++) {
        Cell cell = Cell.root(column, row);
        int[] here = segments[row * AreaIndex.COLUMNS + column].toArray();
        inside =
            walk(
                inside,
                new AreaIndex.Way(fromX, cell.middleY(), cell.middleX(), cell.middleY()),
                union(before, here));
        roots.add(cutCell(cell, inside, here, 0));
        fromX = cell.middleX();
        before = here;
      }
    }
  }

  private static int[] union(int[] some, int[] others) {
    return IntStream.concat(IntStream.of(some), IntStream.of(others)).distinct().toArray();
  }

  private int[] walk(int[] inside, AreaIndex.Way way, int[] segments) {
    int[] now = inside;
    for (int v : segments) {
      if (way.crosses(x[v], y[v], x[v + 1], y[v + 1])) {
        for (int area : areasOfLine[lineOf[v]]) {
          now = AreaIndex.toggled(now, area);
        }
      }
    }
    return now;
  }

  /// Number of a node, or the complement of a leaf's.
  private int cutCell(Cell cell, int[] inside, int[] segments, int depth) {
    if (segments.length <= SEGMENTS_PER_LEAF || depth == DEEPEST) {
      return ~leaf(cell, inside, segments);
    }
    int node = nodes.size();
    for (int quarter = 0; quarter < 4; quarter++) {
      nodes.add(0);
    }
    for (int number = 0; number < 4; number++) {
      Cell quarter = cell.quarter(number);
      int[] there =
          walk(
              inside,
              new AreaIndex.Way(
                  cell.middleX(), cell.middleY(), quarter.middleX(), quarter.middleY()),
              segments);
      int[] touching = IntStream.of(segments).filter(v -> touches(v, quarter)).toArray();
      nodes.set(node + number, cutCell(quarter, there, touching, depth + 1));
    }
    return node;
  }

  private int leaf(Cell cell, int[] inside, int[] segments) {
    int leaf = leaves.size() / AreaIndex.LEAF_INTS;
    leaves.add(numberOf(inside));
    leaves.add(cell.middleX());
    leaves.add(cell.middleY());
    leaves.add(runs.size() / AreaIndex.RUN_INTS);
    for (int i = 0; i < segments.length; ) {
      int first = i++;
      while (i < segments.length && segments[i] == segments[i - 1] + 1) {
        i++;
      }
      addRun(segments[first], i - first);
    }
    return leaf;
  }

  private void addRun(int vertex, int length) {
    runs.add(vertex);
    runs.add(length);
    runs.add(lineOf[vertex]);
  }

  private int numberOf(int[] set) {
    return sets.computeIfAbsent(
        IntStream.of(set).boxed().toList(),
        unseen -> {
          setsInOrder.add(set);
          return setsInOrder.size() - 1;
        });
  }

  private boolean touches(int v, Cell cell) {
    int east = cell.west() + cell.side();
    int north = cell.south() + cell.side();
    if (Math.max(x[v], x[v + 1]) < cell.west()
        || Math.min(x[v], x[v + 1]) > east
        || Math.max(y[v], y[v + 1]) < cell.south()
        || Math.min(y[v], y[v + 1]) > north) {
      return false;
    }
    long a = side(v, cell.west(), cell.south());
    long b = side(v, east, cell.south());
    long c = side(v, cell.west(), north);
    long d = side(v, east, north);
    return !(a > 0 && b > 0 && c > 0 && d > 0 || a < 0 && b < 0 && c < 0 && d < 0);
  }

  /// On which side of the segment's line a point lies.
  private long side(int v, int px, int py) {
    return (long) (x[v + 1] - x[v]) * (py - y[v]) - (long) (y[v + 1] - y[v]) * (px - x[v]);
  }

  ByteBuffer toBuffer() {
    // One more, so that each leaf's runs end where the next one's begin.
    leaf(Cell.root(0, 0), new int[0], new int[0]);
    List<int[]> tables =
        List.of(
            roots.toArray(),
            nodes.toArray(),
            leaves.toArray(),
            runs.toArray(),
            verticesInUnits(),
            lists(List.of(areasOfLine)),
            lists(setsInOrder));
    int ints = AreaIndex.HEADER_INTS + tables.stream().mapToInt(table -> table.length).sum();
    ByteBuffer file = ByteBuffer.allocate(ints * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    tables.forEach(table -> file.putInt(table.length));
    file.position(AreaIndex.HEADER_INTS * Integer.BYTES);
    tables.forEach(table -> IntStream.of(table).forEach(file::putInt));
    return file.flip();
  }

  private int[] verticesInUnits() {
    int[] units = new int[2 * x.length];
    for (int v = 0; v < x.length; v++) {
      units[2 * v] = x[v] / 2;
      units[2 * v + 1] = y[v] / 2;
    }
    return units;
  }

  private static int[] lists(List<int[]> lists) {
    Growing table = new Growing();
    table.add(lists.size());
    for (int[] list : lists) {
      table.add(list.length);
      IntStream.of(list).forEach(table::add);
    }
    return table.toArray();
  }

  /// A list of whole numbers that grows, without objects around them.
  private static final class Growing {
    private int[] values = new int[4];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    void set(int at, int value) {
      values[at] = value;
    }

    int size() {
      return size;
    }

    int[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}

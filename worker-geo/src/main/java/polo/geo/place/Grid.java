package polo.geo.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import polo.common.earth.Coordinate;

/// Things by position, found again by position: rows of latitude at least `reach` high, cut into
/// cells at least `reach` wide, around the whole Earth.
final class Grid<T> {

  private static final double METERS_PER_DEGREE =
      Math.toRadians(1) * Coordinate.EARTH_RADIUS_METERS;

  private record Cell(int row, int column) {}

  private final double rowDegrees;
  private final Map<Cell, List<T>> cells = new HashMap<>();

  Grid(double reachMeters) {
    this.rowDegrees = reachMeters / METERS_PER_DEGREE;
  }

  void put(double latitude, double longitude, T thing) {
    int row = row(latitude);
    cells.computeIfAbsent(new Cell(row, column(row, longitude)), _ -> new ArrayList<>()).add(thing);
  }

  /// All within reach of the position, and some beyond.
  List<T> near(double latitude, double longitude) {
    List<T> found = new ArrayList<>();
    int middle = row(latitude);
    for (int row = middle - 1; row <= middle + 1; row++) {
      int columns = columns(row);
      int column = column(row, longitude);
      // Near the poles a row may have fewer than three cells: none is to be visited twice.
      for (int step = 0; step < Math.min(3, columns); step++) {
        Cell cell = new Cell(row, Math.floorMod(column + step - 1, columns));
        found.addAll(cells.getOrDefault(cell, List.of()));
      }
    }
    return found;
  }

  private int row(double latitude) {
    return (int) Math.floor((latitude + 90) / rowDegrees);
  }

  private int column(int row, double longitude) {
    int columns = columns(row);
    return Math.min(columns - 1, (int) ((longitude + 180) / 360 * columns));
  }

  /// So many that a cell is `reach` wide where its row is narrowest.
  private int columns(int row) {
    double south = row * rowDegrees - 90;
    double widest = Math.max(Math.abs(south), Math.abs(south + rowDegrees));
    double narrowness = widest >= 90 ? 0 : Math.cos(Math.toRadians(widest));
    return (int) Math.max(1, 360 * narrowness / rowDegrees);
  }
}

package polo.geo.edge.gazetteer;

import polo.common.earth.Coordinate;

/// Remembers which places can be the answer in a small cell of the map, so that a second question
/// from there weighs a handful instead of searching the tree.
///
/// A cell is a sixteenth of a degree of one country, or a degree of open sea. Lists are exact: they
/// hold every place that is the answer somewhere in the cell. The table has a fixed number of
/// seats, two for each cell; who comes last takes the first. Threads may compute a list twice, but
/// never see half of one (final fields are there when the object is).
final class Neighbourhoods {

  private static final int SEATS = 1 << 17;
  private static final int CELLS_A_DEGREE = 16;
  private static final int CELLS_A_TURN = 360 * CELLS_A_DEGREE;

  /// What can be nearest, and what can be the town, in a cell.
  static final class Neighbourhood {
    private final long cell;
    final int[] nearest;
    final int[] towns;

    Neighbourhood(long cell, int[] nearest, int[] towns) {
      this.cell = cell;
      this.nearest = nearest;
      this.towns = towns;
    }
  }

  private final Neighbourhood[] seats = new Neighbourhood[SEATS];
  private final PlaceTree tree;
  private final PlaceTree.Yardstick distance;
  private final PlaceTree.Yardstick remoteness;

  Neighbourhoods(PlaceTree tree, PlaceTree.Yardstick distance, PlaceTree.Yardstick remoteness) {
    this.tree = tree;
    this.distance = distance;
    this.remoteness = remoteness;
  }

  Neighbourhood of(Coordinate position, int country) {
    int cellsADegree = country == PlaceTree.ANY_COUNTRY ? 1 : CELLS_A_DEGREE;
    int column = (int) ((position.longitude() + 180) * cellsADegree);
    int row = (int) ((position.latitude() + 90) * cellsADegree);
    long cell = ((long) row * (CELLS_A_TURN + 1) + column) * 1024 + country + 1;
    int seat = (int) (cell * 0x9E3779B97F4A7C15L >>> 47);
    Neighbourhood first = seats[seat];
    if (first != null && first.cell == cell) {
      return first;
    }
    Neighbourhood second = seats[seat ^ 1];
    if (second != null && second.cell == cell) {
      return second;
    }
    Neighbourhood made = make(cell, new Square(column, row, cellsADegree), country);
    seats[first != null && second == null ? seat ^ 1 : seat] = made;
    return made;
  }

  private Neighbourhood make(long cell, Square square, int country) {
    Coordinate middle = square.middle();
    double reach = square.reachMeters(middle);
    return new Neighbourhood(
        cell,
        tree.cheapestAround(middle, reach, country, distance),
        country == PlaceTree.ANY_COUNTRY
            ? new int[0]
            : tree.cheapestAround(middle, reach, country, remoteness));
  }

  private record Square(int column, int row, int cellsADegree) {

    Coordinate middle() {
      return new Coordinate(
          Math.min(90, (row + 0.5) / cellsADegree - 90),
          Math.min(180, (column + 0.5) / cellsADegree - 180));
    }

    /// From the middle to the farthest corner, and a little more for rounding.
    double reachMeters(Coordinate middle) {
      double south = (double) row / cellsADegree - 90;
      double west = (double) column / cellsADegree - 180;
      double nearEquator = south < 0 ? Math.min(90, south + 1.0 / cellsADegree) : south;
      return 2
          + Math.max(
              middle.metersTo(new Coordinate(south, west)),
              middle.metersTo(new Coordinate(nearEquator, west)));
    }
  }
}

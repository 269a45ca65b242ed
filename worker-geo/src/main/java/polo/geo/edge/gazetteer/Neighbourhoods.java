package polo.geo.edge.gazetteer;

import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;
import polo.geo.edge.gazetteer.PlaceTreeWriter.Vector;

/// Remembers which places can be the answer in a small cell of the map, so that a second question
/// from there weighs a handful instead of searching the tree.
///
/// A cell is a 32nd of a degree of one country, or a quarter of one of open sea. Lists are exact:
/// they hold every place that is the answer somewhere in the cell. The table has a fixed number of
/// seats, four for each cell; who comes last takes the first. Threads may compute a list twice, but
/// never see half of one (final fields are there when the object is).
final class Neighbourhoods {

  private static final int SEATS = 1 << 17;

  /// Seats that a cell may take.
  private static final int CHOICE = 4;

  private static final int CELLS_A_DEGREE = 32;
  private static final int SEA_CELLS_A_DEGREE = 4;
  private static final int CELLS_A_TURN = 360 * CELLS_A_DEGREE;

  /// What can be nearest, and what can be the town, in a cell.
  static final class Neighbourhood {
    private final long cell;
    private final boolean isListed;
    private final Pivot middle;
    final PlaceTree.Candidates nearest;
    final PlaceTree.Candidates towns;

    /// A cell that was asked for once, with nothing listed yet.
    Neighbourhood(long cell) {
      this.cell = cell;
      isListed = false;
      middle = Pivot.UNUSED;
      nearest = PlaceTree.Candidates.NOBODY;
      towns = PlaceTree.Candidates.NOBODY;
    }

    Neighbourhood(
        long cell, Pivot middle, PlaceTree.Candidates nearest, PlaceTree.Candidates towns) {
      this.cell = cell;
      this.middle = middle;
      isListed = true;
      this.nearest = nearest;
      this.towns = towns;
    }

    /// The vector of a position in the cell.
    Vector vectorOf(Coordinate position) {
      return middle.vectorOf(position);
    }
  }

  private final @Nullable Neighbourhood[] seats = new Neighbourhood[SEATS];
  private final PlaceTree tree;
  private final PlaceTree.Yardstick distance;
  private final PlaceTree.Yardstick remoteness;

  Neighbourhoods(PlaceTree tree, PlaceTree.Yardstick distance, PlaceTree.Yardstick remoteness) {
    this.tree = tree;
    this.distance = distance;
    this.remoteness = remoteness;
  }

  /// What is known about the cell; absent the first time someone asks, when searching the tree is
  /// cheaper than listing all answers.
  @Nullable Neighbourhood of(Coordinate position, int country) {
    int cellsADegree = country == PlaceTree.ANY_COUNTRY ? SEA_CELLS_A_DEGREE : CELLS_A_DEGREE;
    int column = (int) ((position.longitude() + 180) * cellsADegree);
    int row = (int) ((position.latitude() + 90) * cellsADegree);
    long cell = ((long) row * (CELLS_A_TURN + 1) + column) * 1024 + country + 1;
    int seat = seatOf(cell);
    Neighbourhood there = seats[seat];
    if (there == null || there.cell != cell) {
      seats[seat] = new Neighbourhood(cell);
      return null;
    }
    if (there.isListed) {
      return there;
    }
    Neighbourhood listed = list(cell, new Square(column, row, cellsADegree), country);
    seats[seat] = listed;
    return listed;
  }

  /// Where the cell sits, else the seat it may take: a free one first.
  private int seatOf(long cell) {
    int first = (int) (cell * 0x9E3779B97F4A7C15L >>> 47);
    for (int beside = 0; beside < CHOICE; beside++) {
      Neighbourhood there = seats[first ^ beside];
      if (there == null || there.cell == cell) {
        return first ^ beside;
      }
    }
    return first;
  }

  private Neighbourhood list(long cell, Square square, int country) {
    Coordinate middle = square.middle();
    double reach = square.reachMeters(middle);
    return new Neighbourhood(
        cell,
        Pivot.of(middle),
        tree.candidates(tree.cheapestAround(middle, reach, country, distance)),
        country == PlaceTree.ANY_COUNTRY
            ? PlaceTree.Candidates.NOBODY
            : tree.candidates(tree.cheapestAround(middle, reach, country, remoteness)));
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

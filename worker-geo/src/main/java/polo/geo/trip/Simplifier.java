package polo.geo.trip;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import polo.common.earth.Coordinate;
import polo.geo.track.LocalPlane;

/// Leaves out points of a path that its line passes within `toleranceMeters` of (Douglas and
/// Peucker 1973). Without recursion; about n log n for paths of travel.
record Simplifier(double toleranceMeters) {

  /// Of the steps `first` to `last`.
  List<Coordinate> simplified(SmoothPath path, int first, int last) {
    BitSet kept = kept(path, first, last);
    List<Coordinate> points = new ArrayList<>(kept.cardinality());
    for (int step = kept.nextSetBit(0); step >= 0; step = kept.nextSetBit(step + 1)) {
      points.add(path.position(step));
    }
    return points;
  }

  private record Piece(int from, int to) {}

  private BitSet kept(SmoothPath path, int first, int last) {
    BitSet kept = new BitSet(last + 1);
    kept.set(first);
    kept.set(last);
    Deque<Piece> open = new ArrayDeque<>();
    open.push(new Piece(first, last));
    while (!open.isEmpty()) {
      Piece piece = open.pop();
      int furthest = furthestOff(path, piece);
      if (furthest > 0) {
        kept.set(furthest);
        open.push(new Piece(piece.from, furthest));
        open.push(new Piece(furthest, piece.to));
      }
    }
    return kept;
  }

  /// The step furthest off the straight line of a piece; -1 when all lie within the tolerance.
  private int furthestOff(SmoothPath path, Piece piece) {
    LocalPlane plane = LocalPlane.at(path.latitude(piece.from), path.longitude(piece.from));
    double endX = plane.east(path.longitude(piece.to));
    double endY = plane.north(path.latitude(piece.to));
    double length2 = endX * endX + endY * endY;
    double most = toleranceMeters * toleranceMeters;
    int furthest = -1;
    for (int step = piece.from + 1; step < piece.to; step++) {
      double x = plane.east(path.longitude(step));
      double y = plane.north(path.latitude(step));
      double along = length2 == 0 ? 0 : Math.clamp((x * endX + y * endY) / length2, 0, 1);
      double offX = x - along * endX;
      double offY = y - along * endY;
      double off2 = offX * offX + offY * offY;
      if (off2 > most) {
        most = off2;
        furthest = step;
      }
    }
    return furthest;
  }
}

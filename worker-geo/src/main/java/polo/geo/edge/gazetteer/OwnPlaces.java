package polo.geo.edge.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;

/// The user's own places, found by the tenth of a degree one is in. Of several circles around a
/// position the smallest answers, and of equal ones the nearest.
final class OwnPlaces {

  static final OwnPlaces NONE = new OwnPlaces(List.of());

  private static final int CELLS_A_DEGREE = 10;
  private static final int CELLS_A_TURN = 360 * CELLS_A_DEGREE;
  private static final double METERS_A_DEGREE = Coordinate.EARTH_RADIUS_METERS * Math.PI / 180;

  private final Map<Integer, List<OwnPlace>> cells = new HashMap<>();

  OwnPlaces(List<OwnPlace> places) {
    for (OwnPlace place : places) {
      enter(place);
    }
  }

  private void enter(OwnPlace place) {
    double reach = place.radiusMeters() / METERS_A_DEGREE;
    Coordinate centre = place.centre();
    double farNorthOrSouth = Math.min(90, Math.abs(centre.latitude()) + reach);
    double shrink = Math.cos(Math.toRadians(farNorthOrSouth));
    double reachEast = shrink * 180 <= reach ? 180 : reach / shrink;
    int from = (int) Math.floor((centre.longitude() - reachEast + 180) * CELLS_A_DEGREE);
    int to = (int) Math.floor((centre.longitude() + reachEast + 180) * CELLS_A_DEGREE);
    int last = Math.min(to, from + CELLS_A_TURN - 1);
    int top = rowOf(Math.min(90, centre.latitude() + reach));
    for (int row = rowOf(Math.max(-90, centre.latitude() - reach)); row <= top; row++) {
      for (int column = from; column <= last; column++) {
        int cell = row * CELLS_A_TURN + Math.floorMod(column, CELLS_A_TURN);
        cells.computeIfAbsent(cell, unseen -> new ArrayList<>()).add(place);
      }
    }
  }

  private static int rowOf(double latitude) {
    return (int) ((latitude + 90) * CELLS_A_DEGREE);
  }

  @Nullable OwnPlace at(Coordinate position) {
    if (cells.isEmpty()) {
      return null;
    }
    int column = (int) ((position.longitude() + 180) * CELLS_A_DEGREE) % CELLS_A_TURN;
    int row = rowOf(position.latitude());
    OwnPlace best = null;
    double bestMeters = 0;
    for (OwnPlace place : cells.getOrDefault(row * CELLS_A_TURN + column, List.of())) {
      double meters = place.centre().metersTo(position);
      if (meters <= place.radiusMeters()
          && (best == null
              || place.radiusMeters() < best.radiusMeters()
              || place.radiusMeters() == best.radiusMeters() && meters < bestMeters)) {
        best = place;
        bestMeters = meters;
      }
    }
    return best;
  }
}

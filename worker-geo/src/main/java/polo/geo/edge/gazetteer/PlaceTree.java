package polo.geo.edge.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import polo.common.earth.Coordinate;
import polo.geo.edge.gazetteer.PlaceTreeWriter.Vector;

/// Finds the places with the least cost near a position, among those of one country or of all.
///
/// Idea: a k-d tree (Bentley 1975) over points in space (x, y, z on the sphere, in metres), so that
/// poles and the antimeridian are places like any other. It has no nodes: the median of a range of
/// the columns is its root, what lies left and right of it are its subtrees. Each subtree knows its
/// largest town radius; with the distance to the subtree's slab that bounds the cost of all in it.
/// Cost: some hundred visits, around 1 µs. Straight lines stand in for arcs: at 300 km they are
/// 0.01 % shorter. It lies in a file as it is used; [PlaceTreeWriter] makes it.
final class PlaceTree {

  /// What a place costs. Must grow with distance and not grow with radius.
  interface Yardstick {
    /// Infinite for what doesn't qualify.
    double cost(double meters, double radiusMeters);
  }

  static final int NONE = -1;
  static final int ANY_COUNTRY = -1;

  /// Nine columns of four bytes; behind them the names.
  static final int BYTES_A_PLACE = 9 * Integer.BYTES;

  private final int size;
  private final FloatBuffer xs;
  private final FloatBuffer ys;
  private final FloatBuffer zs;
  private final FloatBuffer radii;
  private final FloatBuffer largestRadii;
  private final IntBuffer regions;
  private final IntBuffer longitudes;
  private final IntBuffer latitudes;
  private final IntBuffer nameStarts;
  private final ByteBuffer names;
  private final short[] countryOfRegion;

  /// @param countryOfRegion number of each region's country
  PlaceTree(ByteBuffer file, short[] countryOfRegion) {
    this.countryOfRegion = countryOfRegion;
    ByteBuffer bytes = file.slice().order(ByteOrder.LITTLE_ENDIAN);
    size = bytes.getInt(0);
    xs = column(bytes, 0).asFloatBuffer();
    ys = column(bytes, 1).asFloatBuffer();
    zs = column(bytes, 2).asFloatBuffer();
    radii = column(bytes, 3).asFloatBuffer();
    largestRadii = column(bytes, 4).asFloatBuffer();
    regions = column(bytes, 5).asIntBuffer();
    longitudes = column(bytes, 6).asIntBuffer();
    latitudes = column(bytes, 7).asIntBuffer();
    nameStarts = column(bytes, 8).asIntBuffer();
    int behind = Integer.BYTES + size * BYTES_A_PLACE + Integer.BYTES;
    names = bytes.slice(behind, bytes.capacity() - behind);
  }

  private ByteBuffer column(ByteBuffer file, int number) {
    int from = Integer.BYTES * (1 + number * size);
    return file.slice(from, file.capacity() - from).order(ByteOrder.LITTLE_ENDIAN);
  }

  int regionOf(int place) {
    return regions.get(place);
  }

  Coordinate positionOf(int place) {
    return new Coordinate(
        GridUnits.degrees(latitudes.get(place)), GridUnits.degrees(longitudes.get(place)));
  }

  double radiusOf(int place) {
    return radii.get(place);
  }

  int size() {
    return size;
  }

  String nameOf(int place) {
    int from = nameStarts.get(place);
    byte[] name = new byte[nameStarts.get(place + 1) - from];
    names.get(from, name);
    return new String(name, UTF_8);
  }

  /// The place with the least finite cost, or [#NONE].
  int cheapest(Vector target, int inCountry, Yardstick yardstick) {
    Cheapest search = new Cheapest(target, inCountry, yardstick);
    search.visit(0, size, 0);
    return search.best;
  }

  /// All places that are cheapest for some position within `meters` of `middle`, and few others.
  int[] cheapestAround(Coordinate middle, double meters, int inCountry, Yardstick yardstick) {
    Vector target = Vector.of(middle);
    // Wherever one is, the one that is cheapest from the worst side costs no more than this.
    Cheapest worst =
        new Cheapest(target, inCountry, (m, radius) -> yardstick.cost(m + meters, radius));
    worst.visit(0, size, 0);
    Collect collect =
        new Collect(
            target,
            inCountry,
            (m, radius) -> yardstick.cost(Math.max(0, m - meters), radius),
            worst.bestCost);
    collect.visit(0, size, 0);
    return Arrays.copyOf(collect.found, collect.count);
  }

  /// The places with what weighing them takes side by side, since fetching that from the columns
  /// would be four cache misses each.
  Candidates candidates(int[] places) {
    float[] facts = new float[places.length * Candidates.FACTS];
    for (int i = 0; i < places.length; i++) {
      facts[Candidates.FACTS * i] = xs.get(places[i]);
      facts[Candidates.FACTS * i + 1] = ys.get(places[i]);
      facts[Candidates.FACTS * i + 2] = zs.get(places[i]);
      facts[Candidates.FACTS * i + 3] = radii.get(places[i]);
    }
    return new Candidates(places, facts);
  }

  /// Some places, one of which is the answer.
  static final class Candidates {
    static final Candidates NOBODY = new Candidates(new int[0], new float[0]);
    private static final int FACTS = 4;

    private final int[] places;
    private final float[] facts;

    private Candidates(int[] places, float[] facts) {
      this.places = places;
      this.facts = facts;
    }

    /// The nearest within `limitMeters`, or [#NONE].
    int nearest(Vector target, double limitMeters) {
      int best = NONE;
      double bestSquare = limitMeters * limitMeters;
      for (int i = 0, fact = 0; i < places.length; i++, fact += FACTS) {
        double dx = target.x() - facts[fact];
        double dy = target.y() - facts[fact + 1];
        double dz = target.z() - facts[fact + 2];
        double square = dx * dx + dy * dy + dz * dz;
        if (square < bestSquare) {
          bestSquare = square;
          best = places[i];
        }
      }
      return best;
    }

    /// The cheapest, or [#NONE].
    int cheapest(Vector target, Yardstick yardstick) {
      int best = NONE;
      double bestCost = Double.POSITIVE_INFINITY;
      for (int i = 0, fact = 0; i < places.length; i++, fact += FACTS) {
        double dx = target.x() - facts[fact];
        double dy = target.y() - facts[fact + 1];
        double dz = target.z() - facts[fact + 2];
        double cost = yardstick.cost(Math.sqrt(dx * dx + dy * dy + dz * dz), facts[fact + 3]);
        if (cost < bestCost) {
          bestCost = cost;
          best = places[i];
        }
      }
      return best;
    }
  }

  /// A walk down the tree, nearer sides first.
  private abstract class Search {
    private final double[] target;
    private final int inCountry;
    private final Yardstick yardstick;

    /// How far, on each axis, the target lies outside the slab being visited.
    private final double[] outside = new double[3];

    Search(Vector target, int inCountry, Yardstick yardstick) {
      this.target = new double[] {target.x(), target.y(), target.z()};
      this.inCountry = inCountry;
      this.yardstick = yardstick;
    }

    abstract boolean isWanted(double cost);

    abstract void take(int place, double cost);

    void visit(int from, int to, int axis) {
      if (from >= to) {
        return;
      }
      int middle = (from + to) >>> 1;
      if (!isWanted(yardstick.cost(length(outside), largestRadii.get(middle)))) {
        return;
      }
      weigh(middle);
      int next = axis == 2 ? 0 : axis + 1;
      double beyond = target[axis] - (axis == 0 ? xs : axis == 1 ? ys : zs).get(middle);
      if (beyond < 0) {
        visit(from, middle, next);
        visitFarSide(middle + 1, to, axis, beyond);
      } else {
        visit(middle + 1, to, next);
        visitFarSide(from, middle, axis, beyond);
      }
    }

    private void visitFarSide(int from, int to, int axis, double beyond) {
      double before = outside[axis];
      outside[axis] = beyond;
      visit(from, to, axis == 2 ? 0 : axis + 1);
      outside[axis] = before;
    }

    private void weigh(int place) {
      if (inCountry != ANY_COUNTRY && countryOfRegion[regions.get(place)] != inCountry) {
        return;
      }
      double cost = yardstick.cost(metersTo(place), radii.get(place));
      if (isWanted(cost)) {
        take(place, cost);
      }
    }

    private double metersTo(int place) {
      double dx = target[0] - xs.get(place);
      double dy = target[1] - ys.get(place);
      double dz = target[2] - zs.get(place);
      return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    private static double length(double[] v) {
      return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }
  }

  private final class Cheapest extends Search {
    private int best = NONE;
    private double bestCost = Double.POSITIVE_INFINITY;

    Cheapest(Vector target, int inCountry, Yardstick yardstick) {
      super(target, inCountry, yardstick);
    }

    @Override
    boolean isWanted(double cost) {
      return cost < bestCost;
    }

    @Override
    void take(int place, double cost) {
      best = place;
      bestCost = cost;
    }
  }

  private final class Collect extends Search {
    private final double dearest;
    private int[] found = new int[16];
    private int count;

    Collect(Vector target, int inCountry, Yardstick yardstick, double dearest) {
      super(target, inCountry, yardstick);
      this.dearest = dearest;
    }

    @Override
    boolean isWanted(double cost) {
      return cost <= dearest && cost < Double.POSITIVE_INFINITY;
    }

    @Override
    void take(int place, double cost) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = place;
    }
  }
}

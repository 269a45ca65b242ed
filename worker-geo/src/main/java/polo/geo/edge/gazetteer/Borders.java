package polo.geo.edge.gazetteer;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;

/// How far a position is from where one country meets another. Coasts and the outer edge of
/// territorial waters are no borders.
///
/// Cost: a millisecond in the densest places, since all lines within reach are measured; it looks
/// in widening squares, so beside a border it is tens of microseconds.
final class Borders {

  /// How far it looks, in turn.
  private static final double[] REACH_METERS = {1_000, 5_000, 20_000};

  private final AreaIndex index;
  private final List<Claim> claims;

  Borders(AreaIndex index, List<Claim> claims) {
    this.index = index;
    this.claims = claims;
  }

  /// @param meters to the nearest border; absent beyond the reach
  /// @param countries on both sides of the borders within the accuracy asked for
  record Near(@Nullable Double meters, SortedSet<String> countries) {}

  Near near(Coordinate position, double accuracyMeters) {
    Near near = new Near(null, new TreeSet<>());
    for (double reach : REACH_METERS) {
      near = within(Math.max(reach, accuracyMeters), position, accuracyMeters);
      if (near.meters() != null) {
        return near;
      }
    }
    return near;
  }

  private Near within(double reach, Coordinate position, double accuracyMeters) {
    Measure measure = new Measure(accuracyMeters);
    index.visitLines(position, reach, measure);
    return new Near(measure.nearest <= reach ? measure.nearest : null, measure.countries);
  }

  private final class Measure implements AreaIndex.LineVisitor {
    private final double accuracyMeters;
    private final SortedSet<String> countries = new TreeSet<>();
    private double nearest = Double.POSITIVE_INFINITY;

    Measure(double accuracyMeters) {
      this.accuracyMeters = accuracyMeters;
    }

    @Override
    public boolean isWanted(int[] areas) {
      return isBorder(areas);
    }

    @Override
    public void line(int[] areas, double meters) {
      nearest = Math.min(nearest, meters);
      if (meters <= accuracyMeters) {
        for (int area : areas) {
          String country = claims.get(area).countryCode();
          if (country != null) {
            countries.add(country);
          }
        }
      }
    }
  }

  /// Whether a line that bounds these areas parts two countries. A land that is laid over another
  /// has its line for itself.
  private boolean isBorder(int[] areas) {
    String first = null;
    for (int area : areas) {
      String country = claims.get(area).countryCode();
      if (country == null) {
        continue;
      }
      if (first != null && !first.equals(country) || ZoneMap.isDisputedOverlay(country)) {
        return true;
      }
      first = country;
    }
    return false;
  }
}

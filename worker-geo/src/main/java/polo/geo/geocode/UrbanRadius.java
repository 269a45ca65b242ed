package polo.geo.geocode;

/// How far a town reaches, by its population, and so which of several towns a position belongs to.
///
/// The nearest dot on the map is the wrong town for most people: in a suburb it is the suburb, and
/// at the edge of a city it is the village beyond it. Here a town of `p` inhabitants is a disc of
/// radius `metersPerRootThousand · √(p / 1000)`, since people need area. Within discs a position
/// belongs to the town in whose disc it lies deepest, relative to the radius; outside all discs to
/// the one whose edge is nearest, where a large town's hinterland counts a little less than a small
/// one's. Unlike weights that multiply distances, a metropolis then ends somewhere, and doesn't
/// swallow villages 100 km away.
///
/// @param metersPerRootThousand radius of a town of 1000 inhabitants
/// @param unconfirmedShare factor for a place that is not known to be a town of its own (it may be
///   a quarter with its city's people counted in); applied before the bounds, lest small towns
///   beside a metropolis vanish
/// @param uncountedMeters radius of a place whose inhabitants nobody has counted
/// @param minMeters no town is smaller
/// @param maxMeters nor larger
/// @param falloffMeters distance beyond the edge that counts as much as the whole radius within,
///   for the smallest of towns
/// @param falloffShare how much of the radius is added to it
public record UrbanRadius(
    double metersPerRootThousand,
    double unconfirmedShare,
    double uncountedMeters,
    double minMeters,
    double maxMeters,
    double falloffMeters,
    double falloffShare) {

  /// Tuned on labelled railway stations, transit systems, shared bikes and UN/LOCODE positions.
  public static final UrbanRadius DEFAULT =
      new UrbanRadius(500, 0.6, 1_000, 500, 40_000, 3_000, 0.25);

  public UrbanRadius {
    if (!(minMeters > 0 && maxMeters >= minMeters && falloffMeters > 0 && falloffShare >= 0)) {
      throw new IllegalArgumentException(
          "no radius: %s..%s m, falloff %s m".formatted(minMeters, maxMeters, falloffMeters));
    }
  }

  /// Radius in metres of a town with `population` inhabitants; 0 when nobody has counted.
  ///
  /// @param confirmed whether it is known to be a town of its own
  public double metersOf(int population, boolean confirmed) {
    if (population == 0) {
      return uncountedMeters;
    }
    double meters = metersPerRootThousand * Math.sqrt(population / 1000.0);
    return Math.clamp(confirmed ? meters : meters * unconfirmedShare, minMeters, maxMeters);
  }

  /// How foreign a position is to a town: 0 at its centre, 1 at its edge. The lowest wins. Grows
  /// with distance and falls with radius, so a bound on both bounds it.
  public double remoteness(double distanceMeters, double radiusMeters) {
    return distanceMeters <= radiusMeters
        ? distanceMeters / radiusMeters
        : 1 + (distanceMeters - radiusMeters) / (falloffMeters + falloffShare * radiusMeters);
  }
}

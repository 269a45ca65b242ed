package polo.testkit.track;

/// How wrong fixes are. The usual figures follow phones lying still and moving on prescribed routes
/// (MobilityNet, 2019-20): error p50 5 m, p90 23 m; 6 % of the fixes of a phone lying indoors are
/// off by more than 100 m and nearly all of those say so; declared accuracy is about two sigma.
///
/// @param outdoorMeters declared accuracy, usually, while moving
/// @param indoorMeters declared accuracy, usually, in stays
/// @param spikeShareOutdoors share of fixes thrown several hundred metres aside by reflections or
///   taken from a cell tower; they declare more than 100 m
/// @param spikeShareIndoors the same in stays
/// @param tailShare share of fixes whose error is several times what they declare
/// @param lieShare share of fixes kilometres aside that declare a good accuracy: outliers
public record Noise(
    double outdoorMeters,
    double indoorMeters,
    double spikeShareOutdoors,
    double spikeShareIndoors,
    double tailShare,
    double lieShare) {

  /// Every fix is the truth, and says 5 m.
  public static final Noise NONE = new Noise(0, 0, 0, 0, 0, 0);

  /// A usual phone.
  public static final Noise USUAL = new Noise(9, 11, 0.010, 0.075, 0.02, 0.0007);

  /// The same phone among tall buildings.
  public static final Noise URBAN = new Noise(18, 24, 0.06, 0.10, 0.04, 0.002);
}

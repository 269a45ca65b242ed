package polo.geo.trip;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import polo.common.document.TravelMode;

/// What each mode of travel looks like: the emission parameters of the chain over legs.
///
/// A [Trait] is log-normal about a typical value; corners come by chance (Poisson), and so do long
/// silences (Bernoulli). The values are rounded from what is known of traffic: speeds and stop
/// spacings of urban transit (TCRP Report 165: bus stops 200 to 400 m apart, of trams 400 to 800 m,
/// of metros 1 km, of commuter rail 3 to 8 km), curve radii (300 m and more of rails at speed;
/// roads meet at corners), cycling at 15 to 25 km/h, and adjusted by hand to MobilityNet: speeds,
/// stops and lengths after a look at its Android phones and iPhones, changes of speed, turns and
/// silences after its Android phones. So its figures flatter them; there is no held-out measure of
/// these numbers yet. Deviations are wide on purpose: cities differ.
///
/// @param prior how usual the mode is
/// @param p95Mps speed in motion, at 95 %
/// @param medianShare the median speed as a share of it
/// @param changeMps, stopsPerKm, turnPerKm, kilometers see [Manner]
/// @param cornersPerKm how often it turns sharply, where that can be seen
/// @param silent chance that a good part of the way is silent
record ModeTraits(
    double prior,
    Trait p95Mps,
    Trait medianShare,
    Trait changeMps,
    Trait stopsPerKm,
    Trait turnPerKm,
    Trait kilometers,
    double cornersPerKm,
    double silent) {

  private static final double SILENT_SHARE = 0.2;

  /// A corner may be made of noise, and way stations have corners.
  private static final double CORNERS_ANYWHERE = 0.3;

  private static final Map<TravelMode, ModeTraits> KNOWN = new EnumMap<>(TravelMode.class);

  static {
    KNOWN.put(
        TravelMode.WALK,
        new ModeTraits(
            0.35,
            about(2.0, 0.3),
            about(0.7, 0.25),
            about(1, 1),
            about(4, 1.0),
            about(200, 0.7),
            about(0.8, 1.0),
            2,
            0.1));
    KNOWN.put(
        TravelMode.RUN,
        new ModeTraits(
            0.02,
            about(3.2, 0.2),
            about(0.88, 0.12),
            about(1, 1),
            about(0.3, 1.0),
            about(150, 0.7),
            about(5, 0.8),
            1,
            0.05));
    KNOWN.put(
        TravelMode.BICYCLE,
        new ModeTraits(
            0.15,
            about(6.8, 0.3),
            about(0.78, 0.2),
            about(0.8, 0.7),
            about(0.8, 0.9),
            about(70, 0.6),
            about(4, 0.9),
            0.6,
            0.05));
    KNOWN.put(
        TravelMode.CAR,
        new ModeTraits(
            0.3,
            about(19, 0.5),
            about(0.65, 0.35),
            about(1.9, 0.5),
            about(0.3, 1.1),
            about(32, 0.7),
            about(10, 1.2),
            0.2,
            0.12));
    KNOWN.put(
        TravelMode.BUS,
        new ModeTraits(
            0.12,
            about(13, 0.4),
            about(0.55, 0.3),
            about(2.4, 0.5),
            about(0.7, 0.9),
            about(50, 0.7),
            about(6, 1.0),
            0.3,
            0.2));
    KNOWN.put(
        TravelMode.TRAIN,
        new ModeTraits(
            0.08,
            about(32, 0.35),
            about(0.65, 0.3),
            about(3.8, 0.5),
            about(0.12, 0.8),
            about(10, 0.7),
            about(30, 1.0),
            0.005,
            0.5));
    KNOWN.put(
        TravelMode.SUBWAY,
        new ModeTraits(
            0.07,
            about(20, 0.35),
            about(0.65, 0.3),
            about(3.5, 0.5),
            about(0.2, 1.2),
            about(15, 0.8),
            about(10, 1.0),
            0.01,
            0.7));
    KNOWN.put(
        TravelMode.TRAM,
        new ModeTraits(
            0.05,
            about(9, 0.35),
            about(0.55, 0.3),
            about(2.2, 0.6),
            about(1.5, 0.8),
            about(50, 0.9),
            about(3, 0.9),
            0.15,
            0.25));
    KNOWN.put(
        TravelMode.FERRY,
        new ModeTraits(
            0.002,
            about(9, 0.4),
            about(0.85, 0.3),
            about(0.5, 1),
            about(0.08, 0.8),
            about(12, 0.8),
            about(8, 1.0),
            0.02,
            0.2));
    KNOWN.put(
        TravelMode.FLIGHT,
        new ModeTraits(
            0.01,
            about(230, 0.4),
            about(0.9, 0.2),
            about(5, 1.0),
            about(0.05, 1.0),
            about(5, 1.0),
            about(1000, 1.0),
            0.001,
            0.9));
  }

  static ModeTraits of(TravelMode mode) {
    return Objects.requireNonNull(KNOWN.get(mode));
  }

  private static Trait about(double median, double deviation) {
    return new Trait(median, deviation);
  }

  /// Log-normal; the deviation is of the logarithm.
  record Trait(double median, double deviation) {

    private static final double FURTHEST = 3;

    /// Of a value, the logarithm of its likelihood: beyond some deviations all are alike. Nothing
    /// when the value is not known.
    double log(double value) {
      if (Double.isNaN(value)) {
        return 0;
      }
      double z = Math.min(FURTHEST, Math.abs(Math.log(value / median)) / deviation);
      return -z * z / 2 - Math.log(deviation);
    }
  }

  /// The logarithm of the likelihood of a manner, up to a constant.
  double log(Manner manner) {
    double p95 = Math.max(0.3, manner.p95Mps());
    return p95Mps.log(p95)
        + medianShare.log(Math.clamp(manner.medianMps() / p95, 0.05, 1))
        + changeMps.log(Math.max(0.2, manner.changeMps()))
        + stopsPerKm.log(manner.stopsPerKm() + 0.05)
        + turnPerKm.log(manner.turnPerKm() + 2)
        + kilometers.log(Math.max(0.05, manner.kilometers()))
        + logOfCorners(manner)
        + Math.log(manner.silentShare() >= SILENT_SHARE ? silent : 1 - silent);
  }

  private double logOfCorners(Manner manner) {
    double expected = CORNERS_ANYWHERE + cornersPerKm * manner.seenKilometers();
    int most = (int) Math.ceil(3 * expected + 3);
    return Math.min(most, manner.corners()) * Math.log(expected) - expected;
  }
}

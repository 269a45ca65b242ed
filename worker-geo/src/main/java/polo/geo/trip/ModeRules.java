package polo.geo.trip;

import polo.common.document.TravelMode;

/// The mode of a movement by its speed: the one kept up to 85 % of the moving time, so that stops
/// do not slow a car down to a bicycle nor a burst makes a walker ride.
///
/// Speed alone cannot tell a bus or a slow train from a car; those come out as `CAR`.
///
/// @param stillMps slower is standing
/// @param walkMps up to here it is a walk
/// @param bicycleMps up to here a bicycle
/// @param carMps up to here a car, beyond a train
/// @param flightMps beyond here, and over `flightMeters`, a flight
/// @param flightMeters see `flightMps`
/// @param leastSeconds of movement seen, to say anything
public record ModeRules(
    double stillMps,
    double walkMps,
    double bicycleMps,
    double carMps,
    double flightMps,
    double flightMeters,
    double leastSeconds) {

  public static final ModeRules DEFAULT = new ModeRules(0.5, 2.5, 7.5, 42, 70, 100_000, 60);

  private static final double SHARE = 0.85;
  private static final double UNKNOWN_CONFIDENCE = 0.3;

  /// A mode and how sure it is, 0 to 1.
  record Verdict(TravelMode mode, double confidence) {}

  Verdict verdict(Speeds speeds, double meters) {
    double mps = speeds.quantile(SHARE, stillMps);
    if (mps >= flightMps && meters >= flightMeters) {
      return new Verdict(TravelMode.FLIGHT, 0.9);
    }
    if (speeds.secondsAbove(stillMps) < leastSeconds) {
      return new Verdict(TravelMode.UNKNOWN, UNKNOWN_CONFIDENCE);
    }
    return new Verdict(byGround(mps), confidence(mps));
  }

  /// Of a movement without a fix on the way: only a flight gives itself away.
  Verdict unseen(double meters, double seconds) {
    boolean flown = meters >= flightMeters && meters >= flightMps * seconds / 2;
    return new Verdict(
        flown ? TravelMode.FLIGHT : TravelMode.UNKNOWN, flown ? 0.7 : UNKNOWN_CONFIDENCE);
  }

  private TravelMode byGround(double mps) {
    if (mps <= walkMps) {
      return TravelMode.WALK;
    }
    if (mps <= bicycleMps) {
      return TravelMode.BICYCLE;
    }
    return mps <= carMps ? TravelMode.CAR : TravelMode.TRAIN;
  }

  /// A half at a threshold, rising to 0.9 at twice or half of it.
  private double confidence(double mps) {
    double nearest = Double.POSITIVE_INFINITY;
    for (double threshold : new double[] {walkMps, bicycleMps, carMps}) {
      nearest = Math.min(nearest, Math.abs(Math.log(mps / threshold)));
    }
    return 0.5 + 0.4 * Math.min(1, nearest / Math.log(2));
  }
}

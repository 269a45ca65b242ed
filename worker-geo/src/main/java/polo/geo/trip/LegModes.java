package polo.geo.trip;

import java.util.List;
import polo.common.document.TravelMode;

/// The modes of the legs of a trip: a hidden Markov chain over its parts.
///
/// Seen is the [Manner] of each part, hidden its mode. Walks and flights are known by their gait,
/// rides by all their traits, which are not independent and so count for less than their product.
/// Rides follow one another only through a walk or a wait; what went on after a wait without a walk
/// is likely the same vehicle.
///
/// @param trust weight of a trait, 0 to 1
/// @param again chance that a ride goes on in the same mode after a wait
/// @param hints what the phone itself says of the mode
public record LegModes(double trust, double again, ActivityHints hints) {

  public static final LegModes DEFAULT = new LegModes(0.7, 0.5, ActivityHints.DEFAULT);

  static final List<TravelMode> MODES =
      List.of(
          TravelMode.WALK,
          TravelMode.RUN,
          TravelMode.BICYCLE,
          TravelMode.CAR,
          TravelMode.BUS,
          TravelMode.TRAIN,
          TravelMode.SUBWAY,
          TravelMode.TRAM,
          TravelMode.FERRY,
          TravelMode.FLIGHT);

  /// The probability of each of `MODES`, part by part.
  double[][] posterior(List<Part> parts, List<Manner> manners) {
    double[][] likelihoods = new double[parts.size()][];
    for (int i = 0; i < parts.size(); i++) {
      likelihoods[i] = likelihoods(parts.get(i), manners.get(i));
    }
    return new HiddenChain(likelihoods, new Sequence(parts)).posterior();
  }

  private double[] likelihoods(Part part, Manner manner) {
    double[] logs = new double[MODES.size()];
    double most = Double.NEGATIVE_INFINITY;
    Hints said = Hints.of(part);
    for (int i = 0; i < logs.length; i++) {
      logs[i] = log(part, MODES.get(i), manner) + hints.log(said, MODES.get(i));
      most = Math.max(most, logs[i]);
    }
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.exp(logs[i] - most);
    }
    return logs;
  }

  private double log(Part part, TravelMode mode, Manner manner) {
    return isPossible(part.gait(), mode)
        ? trust * ModeTraits.of(mode).log(manner)
        : Double.NEGATIVE_INFINITY;
  }

  private static boolean isPossible(Gait gait, TravelMode mode) {
    return switch (mode) {
      case WALK -> gait == Gait.FOOT;
      case RUN -> gait != Gait.FLIGHT;
      case BICYCLE, CAR, BUS, TRAIN, SUBWAY, TRAM, FERRY -> gait == Gait.RIDE;
      case FLIGHT -> gait == Gait.FLIGHT;
      case UNKNOWN -> false;
    };
  }

  private final class Sequence implements HiddenChain.Moves {

    private final List<Part> parts;

    Sequence(List<Part> parts) {
      this.parts = parts;
    }

    @Override
    public double start(int state) {
      return ModeTraits.of(MODES.get(state)).prior();
    }

    @Override
    public double move(int step, int from, int to) {
      boolean ridesOn =
          parts.get(step).afterHalt()
              && parts.get(step).gait() == Gait.RIDE
              && parts.get(step - 1).gait() == Gait.RIDE;
      double anew = start(to);
      return ridesOn ? (from == to ? again : 0) + (1 - again) * anew : anew;
    }
  }
}

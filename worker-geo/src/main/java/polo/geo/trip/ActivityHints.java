package polo.geo.trip;

import polo.common.document.TravelMode;
import polo.geo.track.Activity;

/// How far to believe what a phone says of the mode.
///
/// It says it for stretches of time and errs for stretches, so the hints of a part count once, by
/// the share of its fixes that have them: the likelihood of a mode is a mix of the phone being
/// right, and of it saying anything. Gaits are told by speeds alone; hints choose between the modes
/// that a gait leaves.
///
/// @param doubt likelihood of a hint on another mode than its own, where that of its own is 1
public record ActivityHints(double doubt) {

  public static final ActivityHints DEFAULT = new ActivityHints(0.1);

  /// The logarithm of the likelihood of the hints: 0 for every mode when there are none.
  double log(Hints hints, TravelMode mode) {
    return hints.isEmpty() ? 0 : Math.log(doubt + (1 - doubt) * speakingFor(mode, hints));
  }

  private static double speakingFor(TravelMode mode, Hints hints) {
    return switch (mode) {
      case WALK -> hints.share(Activity.WALKING) + hints.share(Activity.ON_FOOT);
      case RUN -> hints.share(Activity.RUNNING) + hints.share(Activity.ON_FOOT);
      case BICYCLE -> hints.share(Activity.CYCLING);
      case CAR, BUS, TRAIN, SUBWAY, TRAM, FERRY, FLIGHT -> hints.share(Activity.RIDING);
      case UNKNOWN -> 0;
    };
  }
}

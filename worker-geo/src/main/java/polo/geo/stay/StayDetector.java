package polo.geo.stay;

import java.time.Duration;
import polo.geo.track.Flagger;

/// Finds stays by a dwell sweep: watch a spot from a fix on, follow its robust centre, and see
/// whether the fixes keep to it for long enough before they leave.
///
/// Ideas: Li et al. 2008 (dwell within a radius), with a weighted running centre instead of the
/// first point, a tolerance for excursions, and an explicit meaning for silence ([SilenceRules]).
/// When the spot is left a new one is watched from the first fix outside, so the cost is linear:
/// each fix is looked at a few times, 10 to 30 ns each.
///
/// A stay is only reported when reading the track afresh from its beginning finds it there too.
/// That makes its beginning a cut: nothing after depends on anything before.
///
/// @param radiusMeters of a spot
/// @param driftMeters how far from its first fix a spot may reach
/// @param coreMeters of a spot; fixes further out at its ends are the way in and out
/// @param spotMeters of a spot that was reached: nearer to the centre is nobody still arriving, nor
///   leaving already
/// @param minStay shorter is a pause
/// @param excursion how long fixes may be elsewhere and come back
/// @param returnWithin leaving and coming back within so long, and
/// @param returnMeters never further than this, is still the same stay
/// @param silences what silence means
/// @param waits which short dwells are waits
public record StayDetector(
    double radiusMeters,
    double driftMeters,
    double coreMeters,
    double spotMeters,
    Duration minStay,
    Duration excursion,
    Duration returnWithin,
    double returnMeters,
    SilenceRules silences,
    WaitRules waits) {

  public static final StayDetector DEFAULT =
      new StayDetector(
          100,
          150,
          50,
          15,
          Duration.ofMinutes(5),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          250,
          SilenceRules.DEFAULT,
          WaitRules.DEFAULT);

  /// Reads one stretch, from where `flags` begins.
  public Stretch read(Flagger flags) {
    return new Reading(this, flags).stretch();
  }
}

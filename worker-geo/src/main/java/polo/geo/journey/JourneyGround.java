package polo.geo.journey;

import java.time.Instant;
import polo.geo.track.Precision;

/// Why a time away from home is a journey.
///
/// @param start of the journey; no two start together
/// @param homePlaceId the home it is away from
/// @param nights that lie wholly in it
/// @param furthestMeters from home, of its stays
/// @param thresholdMeters that a stay has to be from home: less when there was a night
public record JourneyGround(
    Instant start, String homePlaceId, long nights, double furthestMeters, double thresholdMeters) {

  public JourneyGround {
    furthestMeters = Precision.meters(furthestMeters);
  }
}

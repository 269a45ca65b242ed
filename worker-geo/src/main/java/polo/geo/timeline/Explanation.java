package polo.geo.timeline;

import java.time.Instant;
import polo.geo.track.Precision;

/// Why an item read from a track is as it is: which rule, on what evidence.
///
/// @param kind of item; two items of one kind never start together
/// @param because the same in a sentence, for support to read out
/// @param evidence the fixes of its time
/// @param silentSeconds how much of it is silence
/// @param silenceMeters how far apart the fixes around the deciding silence are; 0 when none
///   decided
public record Explanation(
    Kind kind,
    Instant start,
    Rule rule,
    String because,
    Evidence evidence,
    double silentSeconds,
    double silenceMeters) {

  public Explanation {
    silenceMeters = Precision.meters(silenceMeters);
  }

  /// What is explained.
  public enum Kind {
    STAY,
    TRIP,
    LEG,
    WAIT,
    GAP
  }
}

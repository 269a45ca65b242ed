package polo.geo.stay;

import java.time.Duration;

/// What silence means. Phones stop reporting when they lie still and wake when the user has left by
/// some hundred metres (a geofence), so a long silence between close positions is mostly a stay,
/// and the way from one to the other was made at one of its ends.
///
/// @param silence a pause at least so long is a silence; shorter ones are sampling
/// @param bridge the longest silence that ends where it began and is still one stay
/// @param nearMeters a phone wakes within so far of where it slept
/// @param farMeters a phone that woke late may be so far away and has yet stayed
/// @param stillMps all in all slower than this is staying
/// @param settle how long a phone must have kept still before a silence to have slept there
/// @param leastRest what must remain of the silence when the way is taken off; nearby, of the rest
///   before it and the silence together
/// @param walkMps pace of the way, up to `nearMeters`
/// @param rideMps pace of what is beyond
/// @param shortMove a silence so short with a change of place is movement (a tunnel, a subway)
/// @param longMove longer ones are nobody's knowledge
/// @param movingMps between both, all in all at least so fast is movement
/// @param airMps faster is not
/// @param flightMeters nearer than this, too fast is a late fix and not a wonder
public record SilenceRules(
    Duration silence,
    Duration bridge,
    double nearMeters,
    double farMeters,
    double stillMps,
    Duration settle,
    Duration leastRest,
    double walkMps,
    double rideMps,
    Duration shortMove,
    Duration longMove,
    double movingMps,
    double airMps,
    double flightMeters) {

  public static final SilenceRules DEFAULT =
      new SilenceRules(
          Duration.ofMinutes(10),
          Duration.ofDays(7),
          500,
          3_000,
          1 / 3.6,
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          1.1,
          5,
          Duration.ofHours(1),
          Duration.ofHours(24),
          5 / 3.6,
          1_200 / 3.6,
          100_000);

  /// True when a pause with a change of place needs a meaning at all.
  boolean speaks(double meters, long pauseMillis) {
    return pauseMillis >= silence.toMillis() || isImpossible(meters, pauseMillis);
  }

  /// The meaning of a silence between two positions that are not one spot, before which the user
  /// was seen to rest for so long. Who rested and is heard again nearby slept on: on the way for so
  /// long they would be further off.
  Silence meaning(double meters, long pauseMillis, long restedMillis) {
    if (isImpossible(meters, pauseMillis)) {
      return new Silence.Unknown();
    }
    long travelMillis = travelMillis(meters);
    long rest = pauseMillis - travelMillis;
    boolean isSlow = meters <= stillMps * pauseMillis / 1000 && rest >= leastRest.toMillis();
    boolean isSleep =
        meters <= nearMeters
            && restedMillis >= settle.toMillis()
            && restedMillis + rest >= leastRest.toMillis();
    if (isSleep || isSlow && meters <= farMeters) {
      return new Silence.Stayed(travelMillis, meters <= nearMeters);
    }
    return isMovement(meters, pauseMillis) ? new Silence.Moved() : new Silence.Unknown();
  }

  private boolean isMovement(double meters, long pauseMillis) {
    return pauseMillis <= shortMove.toMillis()
        || pauseMillis <= longMove.toMillis() && meters >= movingMps * pauseMillis / 1000;
  }

  /// True when nobody can get so far in so short a time.
  public boolean isImpossible(double meters, long pauseMillis) {
    return meters >= flightMeters && meters > airMps * pauseMillis / 1000;
  }

  /// How long the way took.
  long travelMillis(double meters) {
    double walked = Math.min(meters, nearMeters);
    return Math.round(1000 * (walked / walkMps + (meters - walked) / rideMps));
  }
}

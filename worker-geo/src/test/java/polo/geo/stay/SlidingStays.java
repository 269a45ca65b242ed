package polo.geo.stay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import polo.common.earth.Fix;
import polo.common.time.TimeSpan;

/// Stay points by the rule most libraries have, written without any of Polo's own code for stays: a
/// stay lasts from its first fix to the first one too far from it. The rule is that of Li et al.
/// 2008, "Mining user similarity based on location history", as trackintel reads it: whether it was
/// a stay or not, the next one begins with the fix that was too far.
///
/// @param meters from the first fix
/// @param least a stay lasts
/// @param silence after which one begins anew
record SlidingStays(double meters, Duration least, Duration silence) {

  /// The parameters that score best on phones that sleep.
  static final SlidingStays BEST =
      new SlidingStays(200, Duration.ofMinutes(20), Duration.ofDays(1));

  /// The stays that ended; not one that the end of the record cuts short.
  ///
  /// @param fixes in the order of time
  List<TimeSpan> of(List<Fix> fixes) {
    List<TimeSpan> stays = new ArrayList<>();
    Fix first = fixes.getFirst();
    Fix last = first;
    for (Fix fix : fixes) {
      boolean isLost = Duration.between(last.at(), fix.at()).compareTo(silence) > 0;
      boolean isAway = first.position().metersTo(fix.position()) >= meters;
      if (isAway && !isLost) {
        stay(first.at(), fix.at()).ifPresent(stays::add);
      }
      first = isAway || isLost ? fix : first;
      last = fix;
    }
    return stays;
  }

  private Optional<TimeSpan> stay(Instant from, Instant to) {
    return Duration.between(from, to).compareTo(least) < 0
        ? Optional.empty()
        : Optional.of(new TimeSpan(from, to));
  }
}

package polo.geo.stay;

import polo.geo.track.Track;

/// What comes next in a track.
public sealed interface Finding {

  /// A stay begins.
  ///
  /// @param cut the fix to start afresh from: reading the track from there finds this stay again
  /// @param first the stay's first fix: `cut`, or the one after it when the stay began in silence
  /// @param startMillis when it begins, milliseconds since 1970
  record Arrival(int cut, int first, long startMillis) implements Finding {}

  /// The spot was left; the way goes on at the fix `next`.
  record Left(int next) implements Finding {}

  /// Between the fixes `last` and `next` nobody knows.
  record Lost(int last, int next) implements Finding {}

  /// No more fixes. The last good one is `last`; -1 when there was none.
  record Ended(int last) implements Finding {}

  /// The fix up to which the way here leads; -1 when there was none.
  default int reached() {
    return switch (this) {
      case Arrival arrival -> arrival.first();
      case Lost lost -> lost.last();
      case Ended ended -> ended.last();
      case Left _ -> throw new IllegalStateException("a stretch does not end on the way");
    };
  }

  /// The fix of `track` to start afresh from; -1 when there is none.
  default int restart(Track track) {
    return switch (this) {
      case Arrival arrival -> arrival.cut();
      case Lost lost -> track.firstOfItsMoment(lost.next());
      case Ended _ -> -1;
      case Left _ -> throw new IllegalStateException("a stretch does not end on the way");
    };
  }
}

package polo.fleet.edge.ops;

import java.time.Duration;
import java.time.Instant;

/// What somebody did, or does, about a dead letter; kept beside the documents as
/// `letter::{source}::{offset}`.
///
/// @param deed what
/// @param at when
/// @param by whom: host and process
record Settlement(Deed deed, Instant at, String by) {

  /// Longer than a producer tries to deliver: what is not on the topic then never gets there.
  static final Duration LEASE = Duration.ofMinutes(5);

  /// What is done about a letter.
  enum Deed {
    /// Claimed by who is about to put it back.
    CLAIMED,
    REPLAYED,
    DROPPED
  }

  LetterState state(Instant now) {
    return switch (deed) {
      case CLAIMED -> isLeft(now) ? LetterState.OPEN : LetterState.UNDER_WAY;
      case REPLAYED -> LetterState.REPLAYED;
      case DROPPED -> LetterState.DROPPED;
    };
  }

  /// Claimed, and nobody came back to say how it went.
  boolean isLeft(Instant now) {
    return deed == Deed.CLAIMED && at.plus(LEASE).isBefore(now);
  }
}

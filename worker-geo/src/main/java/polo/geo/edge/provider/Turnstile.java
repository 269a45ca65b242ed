package polo.geo.edge.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Lets the fleet's calls to a provider through one at a time: a bucket of one token, and a circuit
/// breaker in one.
///
/// While all is well the next call may pass [Pace#every] after the last. After some failures in a
/// row it is shut for a cool-down; then a single call passes, with the turnstile shut again behind
/// it, and decides: success opens it, failure makes the next pause longer. So it is never shut for
/// good, and never shut for long behind a worker that died. A value; the store keeps one for each
/// provider, changed by compare-and-set.
///
/// @param next no call passes before
/// @param notBefore nor before this, which the provider asked for
/// @param passed when the last one did
/// @param failures in a row
public record Turnstile(Instant next, Instant notBefore, Instant passed, int failures) {

  public static final Turnstile NEW = new Turnstile(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, 0);

  /// Names as a circuit breaker has them.
  public enum State {
    CLOSED,
    HALF_OPEN,
    OPEN
  }

  /// How long until a call may pass; absent when it may now.
  public Optional<Duration> wait(Instant now) {
    Instant opens = later(next, notBefore);
    return now.isBefore(opens) ? Optional.of(Duration.between(now, opens)) : Optional.empty();
  }

  /// After a call has passed.
  public Turnstile pass(Instant now, Pace pace) {
    Duration shut = pace.coolDownAfter(failures);
    return new Turnstile(now.plus(shut.isZero() ? pace.every() : shut), notBefore, now, failures);
  }

  /// After a call ended well: earlier trouble is forgotten, but not what the provider asked for.
  public Turnstile succeed(Pace pace) {
    Instant reopened = state(Instant.MAX, pace) == State.CLOSED ? next : passed.plus(pace.every());
    return new Turnstile(reopened, notBefore, passed, 0);
  }

  /// After a call failed.
  ///
  /// @param patience for how long the provider wants to be left alone; zero when it didn't say
  public Turnstile fail(Instant now, Duration patience, Pace pace) {
    int inARow = Math.min(failures + 1, 1000);
    return new Turnstile(
        later(next, now.plus(pace.coolDownAfter(inARow))),
        later(notBefore, now.plus(pace.atMostLongest(patience))),
        passed,
        inARow);
  }

  public State state(Instant now, Pace pace) {
    if (failures < pace.failures()) {
      return State.CLOSED;
    }
    return now.isBefore(next) ? State.OPEN : State.HALF_OPEN;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}

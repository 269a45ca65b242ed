package polo.common.job;

import java.util.List;

/// How a job ends.
public sealed interface Outcome {

  /// Results are stored; `events` tell the world.
  record Done(List<Event> events) implements Outcome {
    public Done {
      events = List.copyOf(events);
    }
  }

  /// The world is tired: the same job again later, others go on.
  record Retry(Reason reason) implements Outcome {}

  /// Bad input: kept as a dead letter with its reason.
  record Reject(Reason reason) implements Outcome {}

  static Outcome done(Event... events) {
    return new Done(List.of(events));
  }

  static Outcome retry(ReasonCode code, String message) {
    return new Retry(new Reason(code, message));
  }

  static Outcome reject(ReasonCode code, String message) {
    return new Reject(new Reason(code, message));
  }
}

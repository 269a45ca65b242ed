package polo.testkit.couchbase;

import java.time.Duration;

/// What may go wrong with one operation.
public sealed interface Fault {

  /// No answer, ever; whether it was `applied` before.
  record Drop(boolean applied) implements Fault {}

  /// The connection is cut instead of an answer; whether it was `applied` before.
  record Cut(boolean applied) implements Fault {}

  /// Not applied, and answered so.
  record Refuse(Status status) implements Fault {}

  /// Applied, or not, and answered that nobody knows: a durable write during a failover.
  record Ambiguous(boolean applied) implements Fault {}

  /// Applied at once, answered later.
  record Slow(Duration delay) implements Fault {}
}

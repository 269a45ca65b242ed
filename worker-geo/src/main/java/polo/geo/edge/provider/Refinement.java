package polo.geo.edge.provider;

import java.time.Duration;
import polo.common.job.Outcome;

/// How far a place's address came this time.
public sealed interface Refinement {

  record Ended(Outcome outcome) implements Refinement {}

  /// It is not its turn: look again after this time. Nothing is wrong with the job.
  record Later(Duration pause) implements Refinement {}
}

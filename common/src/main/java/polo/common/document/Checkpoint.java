package polo.common.document;

import java.time.Instant;

/// A cut point of a derivation: the pipeline started afresh at `at`, and knew it had to once it had
/// seen `decidedAt`. New fixes after `decidedAt` cannot move it.
public record Checkpoint(Instant at, Instant decidedAt) {}

package polo.testkit.sample;

import java.time.Instant;
import polo.common.job.PointsUploaded;

/// A batch of fixes as the app sent it.
///
/// @param id the idempotency key: a batch sent twice has it twice
/// @param at when the API took it
public record Upload(String id, Instant at, PointsUploaded points) {}

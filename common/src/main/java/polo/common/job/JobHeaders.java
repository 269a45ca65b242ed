package polo.common.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The CloudEvents attributes a job travels with.
///
/// @param id the idempotency key (`ce_id`)
/// @param source who asked (`ce_source`)
/// @param time when it was asked
/// @param traceparent W3C trace context, passed on to everything the job causes; absent when
///   untraced
public record JobHeaders(String id, String source, Instant time, @Nullable String traceparent) {}

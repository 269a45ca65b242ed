package polo.common.document;

import java.time.Instant;

/// Time nobody knows.
public record Gap(String id, Instant start, Instant end) {}

package polo.common.edge.kafka;

import java.time.Duration;

/// The limits of a [SlotPool].
///
/// @param slots jobs at once
/// @param timeLimit how long a job may run; afterwards it is interrupted and given up
/// @param handover how long a partition that moves to another worker waits for its running jobs;
///   the other partitions wait with it, so this is short: a job cut off is done again elsewhere
/// @param span jobs of one partition that may be ahead of its oldest unfinished one: bounds what is
///   remembered, and what is done again after a crash
public record SlotRules(int slots, Duration timeLimit, Duration handover, int span) {

  public SlotRules {
    if (slots < 1 || span < 1 || timeLimit.isNegative() || timeLimit.isZero()) {
      throw new IllegalArgumentException("needs slots >= 1, span >= 1 and a time limit > 0");
    }
  }

  /// So many jobs at once, five minutes for each.
  public static SlotRules of(int slots) {
    return new SlotRules(slots, Duration.ofMinutes(5), Duration.ofSeconds(1), 500);
  }

  public SlotRules within(Duration limit) {
    return new SlotRules(slots, limit, handover, span);
  }
}

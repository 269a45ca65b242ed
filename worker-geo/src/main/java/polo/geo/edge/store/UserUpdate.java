package polo.geo.edge.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Fix;
import polo.common.time.TimeSpan;

/// What some jobs together ask of a user's timeline.
///
/// @param slots new fixes by where they go
/// @param spans the stretches of time in which they are
/// @param asked the stretches of time that somebody wants to have derived anew
/// @param everything derive all of history anew
/// @param because guard entries of the jobs
public record UserUpdate(
    Map<ChunkSlot, List<Fix>> slots,
    List<TimeSpan> spans,
    List<TimeSpan> asked,
    boolean everything,
    Map<String, Long> because) {

  private static final Duration APART = Duration.ofDays(1);

  /// In order, those less than a day apart as one: one lost fix of years ago does not make all the
  /// years since be derived anew.
  static List<TimeSpan> apart(List<TimeSpan> spans) {
    List<TimeSpan> apart = new ArrayList<>();
    for (TimeSpan span : spans.stream().sorted(Comparator.comparing(TimeSpan::start)).toList()) {
      if (!apart.isEmpty() && !span.start().isAfter(apart.getLast().end().plus(APART))) {
        TimeSpan last = apart.removeLast();
        Instant end = span.end().isAfter(last.end()) ? span.end() : last.end();
        apart.add(new TimeSpan(last.start(), end));
      } else {
        apart.add(span);
      }
    }
    return apart;
  }

  /// Collects what jobs ask.
  public static final class Builder {

    private final Map<ChunkSlot, List<Fix>> slots = new HashMap<>();
    private final List<TimeSpan> asked = new ArrayList<>();
    private boolean everything;

    public void fixes(String deviceId, List<Fix> fixes) {
      RawFixes.slots(deviceId, fixes)
          .forEach(
              (slot, some) -> slots.computeIfAbsent(slot, _ -> new ArrayList<>()).addAll(some));
    }

    /// Derive this stretch anew; all of history when absent.
    public void reprocess(@Nullable TimeSpan span) {
      if (span == null) {
        everything = true;
      } else {
        asked.add(span);
      }
    }

    public UserUpdate build(Map<String, Long> because) {
      List<TimeSpan> spans = slots.values().stream().map(Builder::spanOf).toList();
      return new UserUpdate(
          Map.copyOf(slots), spans, List.copyOf(asked), everything, Map.copyOf(because));
    }

    private static TimeSpan spanOf(List<Fix> fixes) {
      Instant first = fixes.getFirst().at();
      Instant last = first;
      for (Fix fix : fixes) {
        first = fix.at().isBefore(first) ? fix.at() : first;
        last = fix.at().isAfter(last) ? fix.at() : last;
      }
      return new TimeSpan(first, last);
    }
  }
}

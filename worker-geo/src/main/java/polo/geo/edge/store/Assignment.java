package polo.geo.edge.store;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import polo.common.document.DerivationVersion;
import polo.common.document.TimelineMonth;
import polo.common.edge.store.Documents.Versioned;
import polo.common.time.TimeSpan;

/// What a worker of some version is to derive anew of a timeline.
///
/// Where new fixes are, that is around them, whatever made the rest. What somebody wants to have
/// derived anew depends: months of an older version (or of one with other settings) are done whole,
/// so that nothing of it is left in them; months of a newer one are left as they are, since a
/// worker of before an upgrade must not undo what one of after it has done.
///
/// @param everything from nothing, as if nothing had been derived yet
record Assignment(boolean everything, List<TimeSpan> spans) {

  static Assignment of(
      UserUpdate update, StoredTimeline before, ChunkIndex chunks, DerivationVersion version) {
    TimeSpan all = new TimeSpan(chunks.first().start(), chunks.last().end());
    boolean isSomeNewer =
        before.timeline().stream().anyMatch(month -> version.isOlderThan(month.madeBy()));
    if (update.everything() && !isSomeNewer) {
      return new Assignment(true, List.of(all));
    }
    List<TimeSpan> asked = new ArrayList<>(update.asked());
    if (update.everything()) {
      asked.add(all);
    }
    List<TimeSpan> spans = new ArrayList<>(update.spans());
    for (TimeSpan one : asked) {
      spans.addAll(parts(one, before, version));
    }
    return new Assignment(false, UserUpdate.apart(spans));
  }

  private static List<TimeSpan> parts(
      TimeSpan asked, StoredTimeline before, DerivationVersion version) {
    List<TimeSpan> parts = new ArrayList<>();
    for (YearMonth month = Months.of(asked.start());
        !month.isAfter(Months.of(asked.end()));
        month = month.plusMonths(1)) {
      Versioned<TimelineMonth> found = before.months().get(month);
      DerivationVersion madeBy = found == null ? version : found.derived().madeBy();
      @Nullable TimeSpan part = part(asked, month, madeBy, version);
      if (part != null) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static @Nullable TimeSpan part(
      TimeSpan asked, YearMonth month, DerivationVersion madeBy, DerivationVersion version) {
    Instant first = Months.startOf(month);
    Instant last = Months.startOf(month.plusMonths(1)).minusMillis(1);
    if (version.isOlderThan(madeBy)) {
      return null;
    }
    if (!madeBy.equals(version)) {
      return new TimeSpan(first, last);
    }
    return new TimeSpan(
        asked.start().isAfter(first) ? asked.start() : first,
        asked.end().isBefore(last) ? asked.end() : last);
  }
}

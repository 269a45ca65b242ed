package polo.geo.edge.store;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import polo.common.document.TimelineMonth;
import polo.geo.timeline.Rederivation;

/// Items of one kind by their start, found by bisection: replacing some costs no look at the years
/// before and after.
record ByStart<T>(List<T> items, Function<T, Instant> start) {

  /// Of months in order.
  static <T> ByStart<T> of(
      Collection<TimelineMonth> months,
      Function<TimelineMonth, List<T>> items,
      Function<T, Instant> start) {
    List<T> all = new ArrayList<>();
    months.forEach(month -> all.addAll(items.apply(month)));
    return new ByStart<>(all, start);
  }

  /// With the items that a derivation stands for in place of those it replaces.
  ByStart<T> replaced(Rederivation news, List<T> anew) {
    List<T> all = new ArrayList<>(items.subList(0, indexOf(news.from())));
    anew.stream().sorted(Comparator.comparing(start)).forEach(all::add);
    if (news.until() != null) {
      all.addAll(items.subList(indexOf(news.until()), items.size()));
    }
    return new ByStart<>(all, start);
  }

  /// Those that a derivation replaces.
  List<T> replacedBy(Rederivation news) {
    int to = news.until() == null ? items.size() : indexOf(news.until());
    return items.subList(indexOf(news.from()), to);
  }

  List<T> in(YearMonth month) {
    return items.subList(
        indexOf(Months.startOf(month)), indexOf(Months.startOf(month.plusMonths(1))));
  }

  /// The month of the first item that does not start before then; of that moment when there is
  /// none.
  YearMonth monthFrom(Instant when) {
    int index = indexOf(when);
    return Months.of(index < items.size() ? start.apply(items.get(index)) : when);
  }

  /// The other items, in the same order.
  ByStart<T> with(List<T> others) {
    return new ByStart<>(others, start);
  }

  /// Of the first that does not start before then.
  private int indexOf(Instant when) {
    int low = 0;
    int high = items.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (start.apply(items.get(middle)).isBefore(when)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

package polo.geo.edge.store;

import static java.util.Comparator.comparingLong;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import polo.common.time.TimeSpan;
import polo.geo.track.DeviceFix;
import polo.testkit.Seeds;

/// A way in which fixes may come in: any order, any batches, some of them twice, and now and then a
/// wish to derive something anew. A pure function of the fixes and a seed.
final class Delivery {

  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final Map<String, Long> BECAUSE = Map.of("test/0@x", 1L);

  private final List<DeviceFix> fixes;
  private final Random chance;

  private Delivery(List<DeviceFix> fixes, Random chance) {
    this.fixes = fixes;
    this.chance = chance;
  }

  static List<UserUpdate> of(List<DeviceFix> fixes, long seed) {
    return new Delivery(fixes, Seeds.random(seed, "delivery")).updates();
  }

  static UserUpdate atOnce(List<DeviceFix> fixes) {
    return updateOf(fixes).build(BECAUSE);
  }

  /// A wish to derive everything anew.
  static UserUpdate anew() {
    UserUpdate.Builder update = new UserUpdate.Builder();
    update.reprocess(null);
    return update.build(BECAUSE);
  }

  /// A wish to derive a month anew.
  static UserUpdate anew(YearMonth month) {
    Instant last = Months.startOf(month.plusMonths(1)).minusSeconds(1);
    UserUpdate.Builder update = new UserUpdate.Builder();
    update.reprocess(new TimeSpan(Months.startOf(month), last));
    return update.build(BECAUSE);
  }

  private List<UserUpdate> updates() {
    List<DeviceFix> coming = inSomeOrder();
    List<UserUpdate> updates = new ArrayList<>();
    // A hundred batches at most, else fixes of months would come for minutes.
    int usual = Math.max(1 << chance.nextInt(10), fixes.size() / 50);
    for (int from = 0; from < coming.size(); ) {
      int to = Math.min(coming.size(), from + 1 + chance.nextInt(usual));
      UserUpdate.Builder update = updateOf(coming.subList(from, to));
      if (chance.nextInt(12) == 0) {
        update.reprocess(chance.nextInt(4) == 0 ? null : someSpan());
      }
      updates.add(update.build(BECAUSE));
      if (chance.nextInt(4) == 0) {
        updates.add(updates.get(chance.nextInt(updates.size())));
      }
      from = to;
    }
    return updates;
  }

  private List<DeviceFix> inSomeOrder() {
    List<DeviceFix> order = new ArrayList<>(fixes);
    switch (chance.nextInt(5)) {
      case 0 -> Collections.shuffle(order, chance);
      case 1 -> Collections.reverse(order);
      case 2 -> order = someLate(chance.nextInt(2, 40));
      case 3 -> order = shuffledParts();
      default -> order.sort(DeviceFix.ORDER);
    }
    return order;
  }

  /// By time, but for some that come hours or days late.
  private List<DeviceFix> someLate(int oneIn) {
    record Arrival(long millis, DeviceFix fix) {}
    return fixes.stream()
        .map(fix -> {
          long late = chance.nextInt(oneIn) == 0 ? chance.nextLong(3 * DAY) : 0;
          return new Arrival(fix.fix().at().toEpochMilli() + late, fix);
        })
        .sorted(comparingLong(Arrival::millis))
        .map(Arrival::fix)
        .toList();
  }

  /// What phones do that were offline: hours or days by device, one after the other.
  private List<DeviceFix> shuffledParts() {
    record Part(String device, long number) {}
    long length = chance.nextLong(DAY / 100, 2 * DAY);
    Map<Part, List<DeviceFix>> parts =
        fixes.stream()
            .collect(
                Collectors.groupingBy(
                    fix -> new Part(fix.deviceId(), fix.fix().at().toEpochMilli() / length)));
    List<List<DeviceFix>> order = new ArrayList<>(parts.values());
    order.sort(Collections.reverseOrder(comparingLong(part -> part.getFirst().hashCode())));
    Collections.shuffle(order, chance);
    return order.stream().flatMap(List::stream).toList();
  }

  private TimeSpan someSpan() {
    Instant one = someMoment();
    Instant other = someMoment();
    return one.isAfter(other) ? new TimeSpan(other, one) : new TimeSpan(one, other);
  }

  private Instant someMoment() {
    return fixes.get(chance.nextInt(fixes.size())).fix().at();
  }

  private static UserUpdate.Builder updateOf(List<DeviceFix> some) {
    UserUpdate.Builder update = new UserUpdate.Builder();
    some.stream()
        .collect(Collectors.groupingBy(DeviceFix::deviceId))
        .forEach((device, its) -> update.fixes(device, its.stream().map(DeviceFix::fix).toList()));
    return update;
  }
}

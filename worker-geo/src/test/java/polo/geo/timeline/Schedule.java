package polo.geo.timeline;

import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import polo.geo.track.DeviceFix;

/// Orders in which fixes may arrive. Pure functions of a seed.
final class Schedule {

  private Schedule() {}

  /// The fixes in their order, in batches of 1 to some dozens, one in four batches sent twice.
  static List<List<DeviceFix>> batches(List<DeviceFix> fixes, long seed) {
    SplittableRandom chance = new SplittableRandom(~seed);
    List<List<DeviceFix>> batches = new ArrayList<>();
    int most = 1 << chance.nextInt(1, 8);
    for (int from = 0; from < fixes.size(); ) {
      int to = Math.min(fixes.size(), from + chance.nextInt(1, most + 1));
      batches.add(fixes.subList(from, to));
      if (chance.nextInt(4) == 0) {
        batches.add(batches.get(chance.nextInt(batches.size())));
      }
      from = to;
    }
    return batches;
  }

  /// By time, but one in ten fixes comes hours or days late.
  static List<DeviceFix> mostlyInOrder(List<DeviceFix> fixes, long seed) {
    record Arrival(long millis, DeviceFix fix) {}
    SplittableRandom chance = new SplittableRandom(seed);
    return fixes.stream()
        .map(fix -> {
          long late = chance.nextInt(10) == 0 ? chance.nextLong(200_000_000) : 0;
          return new Arrival(fix.fix().at().toEpochMilli() + late, fix);
        })
        .sorted(comparingLong(Arrival::millis))
        .map(Arrival::fix)
        .toList();
  }
}

package polo.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import polo.common.earth.Fix;
import polo.common.edge.store.Documents;
import polo.common.edge.store.SqliteDocumentStore;
import polo.common.job.Event;
import polo.common.job.Outcome;
import polo.geo.edge.gazetteer.EmbeddedGazetteer;
import polo.geo.edge.store.UserTimeline;
import polo.geo.edge.store.UserUpdate;
import polo.geo.timeline.Settler;
import polo.geo.timeline.TimelineDeriver;
import polo.testkit.history.SyntheticHistory;
import polo.testkit.store.CountingDocumentStore;
import polo.testkit.store.CountingDocumentStore.Counts;

/// What a batch costs as the years of one user go by: so many years are recorded into SQLite, and
/// now and then some days of them come live. Then fixes held back come late. Of each the median and
/// the 90th percentile.
///
/// Run: `java -cp benchmarks/target/benchmarks.jar polo.benchmarks.HistoryGrowth 10`, with the
/// years to record. The file lies in `java.io.tmpdir`.
public final class HistoryGrowth {

  private static final String USER = "ada";
  private static final int A_BATCH = 10;
  private static final int AT_ONCE = 50_000;
  private static final int LATE = 200;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Duration LIVE = Duration.ofDays(10);
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration AN_AFTERNOON = Duration.ofHours(6);

  private final CountingDocumentStore store;
  private final UserTimeline timeline;

  private HistoryGrowth(CountingDocumentStore store) {
    this.store = store;
    this.timeline =
        new UserTimeline(
            new Documents(store), TimelineDeriver.DEFAULT, Settler.with(EmbeddedGazetteer.load()));
  }

  /// What an update took.
  ///
  /// @param cpuMillis of the worker's thread: what the store's own threads do is not in it, and
  ///   other load on the machine does not show
  /// @param items stays, trips, gaps, places and journeys that were added, changed or removed
  private record Cost(double millis, double cpuMillis, long items, Counts counts) {}

  public static void main(String[] arguments) throws IOException {
    int years = arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("polo-growth");
    try (CountingDocumentStore store =
        new CountingDocumentStore(SqliteDocumentStore.open(folder.resolve("polo.db")))) {
      new HistoryGrowth(store).grow(fixes(years));
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static List<Fix> fixes(int years) {
    List<Fix> fixes = new ArrayList<>();
    SyntheticHistory.ofYears(1, years).forEachFix(fix -> fixes.add(fix.toFix()));
    return fixes;
  }

  private void grow(List<Fix> all) {
    Random chance = new Random(1);
    List<List<Fix>> late = new ArrayList<>();
    List<List<Fix>> afternoons = new ArrayList<>();
    List<Fix> fixes = heldBack(all, chance, late, afternoons);

    Instant start = fixes.getFirst().at();
    Instant end = fixes.getLast().at();
    int from = 0;
    for (int year : new int[] {1, 2, 5, 10}) {
      Instant then = start.plus(Duration.ofDays(365L * year)).minus(LIVE.multipliedBy(2));
      if (then.isAfter(end)) {
        break;
      }
      int days = first(fixes, then);
      from = record(fixes, from, days);
      int live = first(fixes, then.plus(LIVE));
      say("%d years, a day at once".formatted(year), days(fixes.subList(from, live)));
      from = live;
      live = first(fixes, then.plus(LIVE.multipliedBy(2)));
      say("%d years, 10 fixes".formatted(year), batches(fixes.subList(from, live), A_BATCH));
      from = live;
    }
    record(fixes, from, fixes.size());
    say("a late fix", each(late));
    say("a late afternoon", each(afternoons));
  }

  /// Takes out what is to come late.
  private static List<Fix> heldBack(
      List<Fix> all, Random chance, List<List<Fix>> late, List<List<Fix>> afternoons) {
    List<Fix> fixes = new ArrayList<>(all);
    for (int i = 0; i < LATE; i++) {
      int first = chance.nextInt(fixes.size() - 1000);
      int last = first(fixes, fixes.get(first).at().plus(AN_AFTERNOON));
      List<Fix> afternoon = fixes.subList(first, last);
      afternoons.add(List.copyOf(afternoon));
      afternoon.clear();
      late.add(List.of(fixes.remove(chance.nextInt(fixes.size() - 1000))));
    }
    return fixes;
  }

  /// Which of the fixes is the first that is not before then.
  private static int first(List<Fix> fixes, Instant then) {
    int low = 0;
    int high = fixes.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (fixes.get(middle).at().isBefore(then)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int record(List<Fix> fixes, int from, int to) {
    batches(fixes.subList(from, to), AT_ONCE);
    return to;
  }

  private List<Cost> days(List<Fix> fixes) {
    List<List<Fix>> days = new ArrayList<>();
    int from = 0;
    while (from < fixes.size()) {
      int to = first(fixes, fixes.get(from).at().plus(A_DAY));
      days.add(fixes.subList(from, to));
      from = to;
    }
    return each(days);
  }

  private List<Cost> batches(List<Fix> fixes, int size) {
    List<List<Fix>> batches = new ArrayList<>();
    for (int from = 0; from < fixes.size(); from += size) {
      batches.add(fixes.subList(from, Math.min(fixes.size(), from + size)));
    }
    return each(batches);
  }

  private List<Cost> each(List<List<Fix>> batches) {
    return batches.stream().map(this::cost).toList();
  }

  private Cost cost(List<Fix> fixes) {
    UserUpdate.Builder update = new UserUpdate.Builder();
    update.fixes(SyntheticHistory.DEVICE_ID, fixes);
    store.take();
    long start = System.nanoTime();
    long cpu = THREADS.getCurrentThreadCpuTime();
    Outcome outcome = timeline.apply(USER, update.build(Map.of("growth", 1L)));
    double cpuMillis = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6;
    double millis = (System.nanoTime() - start) / 1e6;
    Counts counts = store.take();
    long items = counts.items();
    if (outcome instanceof Outcome.Done done) {
      for (Event event : done.events()) {
        if (event instanceof Event.TimelineChanged changed) {
          items += changed.added().size() + changed.changed().size() + changed.removed().size();
        }
      }
    }
    return new Cost(millis, cpuMillis, items, counts);
  }

  private static void say(String what, List<Cost> costs) {
    System.out.printf(
        Locale.ROOT,
        "%-24s %4d times; ms %s, of cpu %s; items %s; documents read %s, asked for"
            + " revisions %s, written %s%n",
        what,
        costs.size(),
        tenths(costs.stream().map(Cost::millis).toList()),
        tenths(costs.stream().map(Cost::cpuMillis).toList()),
        quantiles(costs.stream().map(Cost::items).toList()),
        quantiles(costs.stream().map(cost -> cost.counts().read()).toList()),
        quantiles(costs.stream().map(cost -> cost.counts().revisions()).toList()),
        quantiles(costs.stream().map(cost -> cost.counts().written()).toList()));
  }

  private static String tenths(List<Double> unsorted) {
    List<Double> values = unsorted.stream().sorted().toList();
    return "%.1f/%.1f".formatted(quantile(values, 0.5), quantile(values, 0.9));
  }

  private static String quantiles(List<Long> unsorted) {
    List<Long> values = unsorted.stream().sorted().toList();
    return quantile(values, 0.5) + "/" + quantile(values, 0.9);
  }

  private static <T> T quantile(List<T> sorted, double share) {
    return sorted.get((int) (share * (sorted.size() - 1)));
  }
}

package polo.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import polo.common.document.Stay;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;
import polo.geo.place.PlaceFinder;
import polo.geo.stay.StayDetector;
import polo.geo.stay.Stretch;
import polo.geo.stay.Visit;
import polo.geo.timeline.TimelineDeriver;
import polo.geo.track.DeviceFix;
import polo.geo.track.Flagger;
import polo.geo.track.OutlierRules;
import polo.geo.track.Track;

/// Derives a million real fixes on one thread: a file of fixes (`-p file=fixes.csv.gz`, columns
/// user, ts, lat, lon, alt, acc) is repeated over the years until there are so many.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 6, time = 3)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx1500m", "-XX:+UseSerialGC"})
public class DerivationBenchmark {

  private static final int FIXES = 1_000_000;
  private static final Duration AGAIN = Duration.ofDays(400);

  @Param("fixes.csv.gz")
  public String file = "";

  private List<Track> tracks = List.of();

  @Setup
  public void read() throws IOException {
    Map<String, List<DeviceFix>> once = fixesByUser(Path.of(file));
    Map<String, List<DeviceFix>> all = new TreeMap<>();
    int count = 0;
    for (int round = 0; count < FIXES; round++) {
      for (Map.Entry<String, List<DeviceFix>> user : once.entrySet()) {
        List<DeviceFix> part = user.getValue();
        List<DeviceFix> some = part.subList(0, Math.min(part.size(), FIXES - count));
        List<DeviceFix> own = all.computeIfAbsent(user.getKey(), _ -> new ArrayList<>());
        Duration later = AGAIN.multipliedBy(round);
        some.forEach(sighting -> own.add(later(sighting, later)));
        count += some.size();
      }
    }
    tracks = all.entrySet().stream().map(user -> Track.of(user.getKey(), user.getValue())).toList();
  }

  /// Flags, stays and silences; no trips.
  @Benchmark
  @OperationsPerInvocation(FIXES)
  public int stays() {
    return tracks.stream().mapToInt(DerivationBenchmark::stretches).sum();
  }

  /// Also where the stays are, as documents at their places, and how far the raw way between two
  /// is; trips are neither smoothed nor parted into legs.
  @Benchmark
  @OperationsPerInvocation(FIXES)
  public double places() {
    return tracks.stream().mapToDouble(DerivationBenchmark::visits).sum();
  }

  /// All: also trips, smoothed, with legs and modes.
  @Benchmark
  @OperationsPerInvocation(FIXES)
  public int everything() {
    return tracks.stream()
        .mapToInt(track -> TimelineDeriver.DEFAULT.derive(track).trips().size())
        .sum();
  }

  private static int stretches(Track track) {
    int count = 0;
    int from = 0;
    while (from >= 0) {
      Stretch stretch = StayDetector.DEFAULT.read(OutlierRules.DEFAULT.flagger(track, from));
      from = stretch.onward().restart(track);
      count++;
    }
    return count;
  }

  private static double visits(Track track) {
    List<Stay> stays = new ArrayList<>();
    double meters = 0;
    int from = 0;
    while (from >= 0) {
      Flagger flags = OutlierRules.DEFAULT.flagger(track, from);
      Stretch stretch = StayDetector.DEFAULT.read(flags);
      Visit visit = stretch.visit();
      if (visit != null) {
        stays.add(visit.toStay(track));
      }
      int left = visit == null ? flags.nextGood(from) : visit.last();
      meters += left < 0 ? 0 : meters(flags, left, stretch.onward().reached());
      from = stretch.onward().restart(track);
    }
    return meters + PlaceFinder.DEFAULT.find(track.userId(), stays).all().size();
  }

  private static double meters(Flagger flags, int first, int last) {
    Track track = flags.track();
    double meters = 0;
    int before = first;
    for (int i = flags.nextGood(first + 1); i >= 0 && i <= last; i = flags.nextGood(i + 1)) {
      meters += track.metersBetween(before, i);
      before = i;
    }
    return meters;
  }

  private static Map<String, List<DeviceFix>> fixesByUser(Path file) throws IOException {
    Map<String, List<DeviceFix>> fixes = new TreeMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(cells ->
              fixes
                  .computeIfAbsent(cells[0], _ -> new ArrayList<>())
                  .add(new DeviceFix("phone", fix(cells))));
    }
    return fixes;
  }

  private static Fix fix(String[] cells) {
    return new Fix(
        Instant.ofEpochMilli(new BigDecimal(cells[1]).movePointRight(3).longValue()),
        new Coordinate(Double.parseDouble(cells[2]), Double.parseDouble(cells[3])),
        numberIfAny(cells[4]),
        numberIfAny(cells[5]),
        null,
        null,
        null);
  }

  private static @Nullable Double numberIfAny(String cell) {
    return cell.isEmpty() ? null : Double.valueOf(cell);
  }

  private static DeviceFix later(DeviceFix sighting, Duration later) {
    Fix fix = sighting.fix();
    return new DeviceFix(
        sighting.deviceId(),
        new Fix(
            fix.at().plus(later),
            fix.position(),
            fix.altitudeMeters(),
            fix.accuracyMeters(),
            null,
            null,
            null));
  }
}

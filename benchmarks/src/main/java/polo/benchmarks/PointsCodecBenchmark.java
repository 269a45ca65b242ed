package polo.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import polo.common.document.PointsBucket;
import polo.common.document.PointsChunk;
import polo.common.document.PointsCodec;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;

/// Packing and unpacking a quarter of an hour at one fix a second, per fix.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PointsCodecBenchmark {

  private static final int FIXES = 900;
  private static final PointsBucket BUCKET = PointsBucket.of(Instant.parse("2026-07-14T09:15:00Z"));

  private final List<Fix> fixes = ride(new Random(1));
  private final PointsChunk chunk = PointsCodec.encode(BUCKET, fixes);
  private final List<Fix> late = fixes.subList(0, 60);

  @Benchmark
  @OperationsPerInvocation(FIXES)
  public PointsChunk encode() {
    return PointsCodec.encode(BUCKET, fixes);
  }

  @Benchmark
  @OperationsPerInvocation(FIXES)
  public List<Fix> decode() {
    return PointsCodec.decode(BUCKET, chunk);
  }

  @Benchmark
  @OperationsPerInvocation(FIXES)
  public PointsChunk merge_a_minute() {
    return PointsCodec.merge(BUCKET, chunk, late);
  }

  private static List<Fix> ride(Random random) {
    List<Fix> ride = new ArrayList<>();
    double latitude = 52.5;
    double longitude = 13.4;
    for (int second = 0; second < FIXES; second++) {
      latitude += random.nextGaussian(5e-5, 1e-5);
      longitude += random.nextGaussian(8e-5, 1e-5);
      ride.add(
          new Fix(
              BUCKET.start().plusSeconds(second),
              new Coordinate(latitude, longitude),
              34 + random.nextGaussian(),
              5 + random.nextDouble(),
              8 + random.nextGaussian(),
              random.nextGaussian(45, 5),
              "cycling"));
    }
    return ride;
  }
}

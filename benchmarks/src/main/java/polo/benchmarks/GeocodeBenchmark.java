package polo.benchmarks;

import java.time.ZoneId;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import polo.common.document.Address;
import polo.common.earth.Coordinate;
import polo.geo.edge.gazetteer.EmbeddedGazetteer;
import polo.geo.geocode.Answer;

/// Lookups in the embedded gazetteer, one thread: time zone alone, the whole address, and all that
/// is known about it, anywhere on the sphere and around large cities. Many positions, so that
/// caches don't flatter.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class GeocodeBenchmark {

  private static final int POSITIONS = 1 << 16;

  private static final double[][] CITIES = {
    {52.09, 5.12}, {38.72, -9.14}, {48.86, 2.35}, {51.51, -0.13}, {40.71, -74.01},
    {37.77, -122.42}, {-33.87, 151.21}, {35.68, 139.69}, {28.61, 77.21}, {-23.55, -46.63},
    {30.04, 31.24}, {6.52, 3.38}, {55.76, 37.62}, {19.43, -99.13}, {-1.29, 36.82},
  };

  public enum Where {
    WORLD,
    CITIES
  }

  @Param public Where where = Where.WORLD;

  private final EmbeddedGazetteer gazetteer = EmbeddedGazetteer.load();
  private Coordinate[] positions = {};
  private int next;

  @Setup
  public void drawPositions() {
    Random random = new Random(1);
    positions =
        Stream.generate(() ->
                switch (where) {
                  case WORLD -> anywhere(random);
                  case CITIES -> aroundACity(random);
                })
            .limit(POSITIONS)
            .toArray(Coordinate[]::new);
  }

  @Benchmark
  public Address address() {
    return gazetteer.addressOf(nextPosition());
  }

  @Benchmark
  public Answer answer() {
    return gazetteer.answerAt(nextPosition(), 20);
  }

  @Benchmark
  public ZoneId timeZone() {
    return gazetteer.zoneAt(nextPosition());
  }

  private Coordinate nextPosition() {
    return positions[next++ & POSITIONS - 1];
  }

  private static Coordinate anywhere(Random random) {
    double latitude = Math.toDegrees(Math.asin(random.nextDouble(-1, 1)));
    return new Coordinate(latitude, random.nextDouble(-180, 180));
  }

  private static Coordinate aroundACity(Random random) {
    double[] city = CITIES[random.nextInt(CITIES.length)];
    return new Coordinate(
        city[0] + random.nextGaussian(0, 0.3), city[1] + random.nextGaussian(0, 0.3));
  }
}

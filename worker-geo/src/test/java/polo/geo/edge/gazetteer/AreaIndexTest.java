package polo.geo.edge.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.earth.Coordinate;

class AreaIndexTest {

  private static final Boundaries ZONES = Boundaries.read(Shipped.FILES.get(GazetteerFiles.ZONES));
  private static final AreaIndex ZONE_INDEX = AreaIndex.of(ZONES);

  private static final Boundaries REGIONS =
      Boundaries.read(Shipped.FILES.get(GazetteerFiles.REGIONS));
  private static final AreaIndex REGION_INDEX = AreaIndex.of(REGIONS);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void zones_are_those_that_a_scan_of_all_finds(long seed) {
    List<Coordinate> positions = positions(seed, ZONES);

    assertThat(positions.stream().map(position -> sorted(ZONE_INDEX.areasAt(position))))
        .isEqualTo(positions.stream().map(new ScanOfAllAreas(ZONES)::areasAt).toList());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void regions_are_those_that_a_scan_of_all_finds(long seed) {
    List<Coordinate> positions = positions(seed, REGIONS);

    assertThat(positions.stream().map(position -> sorted(REGION_INDEX.areasAt(position))))
        .isEqualTo(positions.stream().map(new ScanOfAllAreas(REGIONS)::areasAt).toList());
  }

  private static List<Integer> sorted(int[] areas) {
    return IntStream.of(areas).sorted().boxed().toList();
  }

  /// Some anywhere, more beside a border, at distances from metres to a hundred kilometres.
  private static List<Coordinate> positions(long seed, Boundaries boundaries) {
    Random random = new Random(seed);
    return Stream.concat(
            Stream.generate(() -> anywhere(random)).limit(5),
            Stream.generate(() -> besideABorder(random, boundaries)).limit(15))
        .toList();
  }

  private static Coordinate anywhere(Random random) {
    return new Coordinate(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
  }

  private static Coordinate besideABorder(Random random, Boundaries boundaries) {
    int[] line = boundaries.lines().get(random.nextInt(boundaries.lines().size()));
    int vertex = random.nextInt(line.length / 2);
    double spread = Math.pow(10, random.nextDouble(-4, 0));
    return new Coordinate(
        Math.clamp(
            GridUnits.degrees(line[2 * vertex + 1]) + random.nextGaussian(0, spread), -89, 89),
        Math.clamp(
            GridUnits.degrees(line[2 * vertex]) + random.nextGaussian(0, spread), -179, 179));
  }
}

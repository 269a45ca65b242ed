package polo.geo.edge.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import net.sf.geographiclib.Geodesic;
import org.geotools.referencing.GeodeticCalculator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.earth.Coordinate;

/// Our distances are on a sphere. The ellipsoid's, by Karney's geodesics, say how far off that is.
class GeodesicOracleTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void distances_are_within_0_6_percent_of_those_on_the_ellipsoid(long seed) {
    Random random = new Random(seed);
    Coordinate from = anywhere(random);
    Coordinate to = anywhere(random);

    double ellipsoid =
        Geodesic.WGS84.Inverse(from.latitude(), from.longitude(), to.latitude(), to.longitude())
            .s12;

    assertThat(from.metersTo(to)).isCloseTo(ellipsoid, withinPercentage(0.6));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void short_distances_are_as_right_as_long_ones(long seed) {
    Random random = new Random(seed);
    Coordinate from = anywhere(random);
    Coordinate to = new Coordinate(from.latitude() * 0.9999, from.longitude() * 0.9999);
    GeodeticCalculator calculator = new GeodeticCalculator();
    calculator.setStartingGeographicPoint(from.longitude(), from.latitude());
    calculator.setDestinationGeographicPoint(to.longitude(), to.latitude());

    double ellipsoid = calculator.getOrthodromicDistance();

    assertThat(from.metersTo(to)).isCloseTo(ellipsoid, withinPercentage(0.6));
  }

  private static Coordinate anywhere(Random random) {
    return new Coordinate(
        Math.toDegrees(Math.asin(2 * random.nextDouble() - 1)), 360 * random.nextDouble() - 180);
  }
}

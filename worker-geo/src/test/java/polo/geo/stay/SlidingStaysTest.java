package polo.geo.stay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import polo.common.earth.Fix;
import polo.geo.edge.store.RealFixes;
import polo.geo.track.DeviceFix;

/// That the rule Polo is compared with is the one others use: it gives the stay points that
/// trackintel gave on the same fixes.
class SlidingStaysTest {

  @Test
  void it_gives_the_stay_points_of_trackintel() throws IOException {
    List<String> told = byPhone().entrySet().stream().flatMap(SlidingStaysTest::rows).toList();

    assertThat(told).containsExactlyElementsOf(trackintel());
  }

  private static Map<String, List<Fix>> byPhone() {
    Map<String, List<Fix>> phones = new TreeMap<>();
    RealFixes.byItinerary()
        .forEach((itinerary, fixes) ->
            fixes.stream()
                .map(DeviceFix::deviceId)
                .distinct()
                .forEach(phone -> phones.put(phone + "." + itinerary, of(phone, fixes))));
    return phones;
  }

  private static List<Fix> of(String phone, List<DeviceFix> fixes) {
    return fixes.stream().filter(fix -> fix.deviceId().equals(phone)).map(DeviceFix::fix).toList();
  }

  private static Stream<String> rows(Map.Entry<String, List<Fix>> phone) {
    return SlidingStays.BEST.of(phone.getValue()).stream()
        .map(stay ->
            "%s,%s,%s"
                .formatted(
                    phone.getKey(),
                    stay.start().truncatedTo(SECONDS),
                    stay.end().truncatedTo(SECONDS)));
  }

  private static List<String> trackintel() throws IOException {
    try (InputStream csv =
        SlidingStaysTest.class.getResourceAsStream("/mobilitynet/trackintel.csv")) {
      return new String(Objects.requireNonNull(csv).readAllBytes(), UTF_8).lines().skip(1).toList();
    }
  }
}

package polo.geo.edge.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;
import polo.geo.track.DeviceFix;

/// Movements as real phones recorded them, by itinerary: phones that went along it together are
/// devices of one user.
///
/// `-Dfixes=FILE.csv.gz` reads another file than the slice that comes with the tests.
public final class RealFixes {

  private RealFixes() {}

  public static Map<String, List<DeviceFix>> byItinerary() {
    String file = System.getProperty("fixes");
    try (InputStream packed =
        file == null
            ? RealFixes.class.getResourceAsStream("/mobilitynet/fixes.csv.gz")
            : Files.newInputStream(Path.of(file))) {
      return read(new GZIPInputStream(packed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, List<DeviceFix>> read(InputStream csv) {
    Map<String, List<DeviceFix>> users = new TreeMap<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8));
    lines
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .forEach(row -> {
          String[] phone = row[0].split("\\.", 2);
          users
              .computeIfAbsent(phone[phone.length - 1], _ -> new ArrayList<>())
              .add(new DeviceFix(phone[0], fix(row)));
        });
    users.values().forEach(fixes -> fixes.sort(DeviceFix.ORDER));
    return users;
  }

  private static Fix fix(String[] row) {
    Instant at = Instant.ofEpochMilli(new BigDecimal(row[1]).movePointRight(3).longValue());
    Coordinate where = new Coordinate(Double.parseDouble(row[2]), Double.parseDouble(row[3]));
    return new Fix(at, where, number(row[4]), number(row[5]), number(row[6]), null, null).rounded();
  }

  private static @Nullable Double number(String text) {
    return text.isEmpty() ? null : Double.valueOf(text);
  }
}

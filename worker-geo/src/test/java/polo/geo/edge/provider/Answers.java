package polo.geo.edge.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import polo.common.earth.Coordinate;

/// Answers shaped as the providers' own, of one spot: a café in Lisbon.
final class Answers {

  static final Coordinate CAFE = new Coordinate(38.71068, -9.13934);

  private Answers() {}

  /// @param name as `photon-venue`
  static String of(String name) {
    try (InputStream stream = Answers.class.getResourceAsStream(name + ".json")) {
      byte[] bytes = Objects.requireNonNull(stream, name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package polo.images.edge.intake;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import polo.common.document.Address;
import polo.common.earth.Coordinate;

/// Time zones by way of addresses.
public final class Zones {

  private Zones() {}

  /// The zone an address names; absent at sea, and for a name this JDK does not know.
  public static Function<Coordinate, Optional<ZoneId>> of(Function<Coordinate, Address> addressAt) {
    return position ->
        Optional.ofNullable(addressAt.apply(position).timeZone()).flatMap(Zones::zone);
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }
}

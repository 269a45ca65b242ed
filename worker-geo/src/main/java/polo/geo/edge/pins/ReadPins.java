package polo.geo.edge.pins;

import java.util.List;
import polo.geo.pin.Pins;

/// Pins that were read.
///
/// @param flaws why some were left out, a sentence each
public record ReadPins(Pins pins, List<String> flaws) {

  public ReadPins {
    flaws = List.copyOf(flaws);
  }
}

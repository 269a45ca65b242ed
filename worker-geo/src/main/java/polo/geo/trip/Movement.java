package polo.geo.trip;

import java.util.List;
import polo.geo.stay.Halt;

/// Where a trip lies in a track.
///
/// @param first the last fix of the stay it leaves, else its own first fix
/// @param last the first fix of the stay it reaches, else its own last fix
/// @param startMillis, endMillis milliseconds since 1970; not the times of these fixes when a stay
///   lasted into a silence
/// @param leaves true when it leaves a stay
/// @param reaches true when it reaches a stay
/// @param halts pauses on the way, in order: no distance is made in them
public record Movement(
    int first,
    int last,
    long startMillis,
    long endMillis,
    boolean leaves,
    boolean reaches,
    List<Halt> halts) {

  public Movement {
    halts = List.copyOf(halts);
  }
}

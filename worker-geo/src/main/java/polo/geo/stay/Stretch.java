package polo.geo.stay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a track holds from one cut to the next: at most one stay, then movement, and how that ends.
///
/// @param visit the stay it begins with; absent when it begins with movement
/// @param halts waits on the way, in order
/// @param onward the next stay's arrival, or where the track is lost or ends
public record Stretch(@Nullable Visit visit, List<Halt> halts, Finding onward) {

  public Stretch {
    halts = List.copyOf(halts);
  }
}

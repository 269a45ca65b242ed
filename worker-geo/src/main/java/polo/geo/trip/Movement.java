package polo.geo.trip;

/// Where a trip lies in a track.
///
/// @param first the last fix of the stay it leaves, else its own first fix
/// @param last the first fix of the stay it reaches, else its own last fix
/// @param startMillis, endMillis milliseconds since 1970; not the times of these fixes when a stay
///   lasted into a silence
/// @param leaves true when it leaves a stay
/// @param reaches true when it reaches a stay
public record Movement(
    int first, int last, long startMillis, long endMillis, boolean leaves, boolean reaches) {

  /// The fixes that belong to no stay: from this one ...
  int ownFrom() {
    return leaves ? first + 1 : first;
  }

  /// ... up to but without this one.
  int ownTo() {
    return reaches ? last : last + 1;
  }
}

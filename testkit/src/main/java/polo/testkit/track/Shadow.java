package polo.testkit.track;

/// A stretch of a leg without reception: a tunnel, a metro line, a phone in flight mode.
///
/// @param fromShare where it starts, as a share of the leg's distance
/// @param toShare where it ends
public record Shadow(double fromShare, double toShare) {

  public Shadow {
    if (!(0 <= fromShare && fromShare <= toShare && toShare <= 1)) {
      throw new IllegalArgumentException("not a part of a leg: " + fromShare + ".." + toShare);
    }
  }

  boolean covers(double share) {
    return fromShare <= share && share <= toShare;
  }
}

package polo.geo.trip;

/// A part of a way gone in one gait.
///
/// @param gait how, and `certainty` how probable that is
/// @param slices of it
/// @param startMillis, endMillis since 1970; the first and the last of a trip may reach into
///   silence
/// @param afterHalt true when one waited before it
record Part(
    Gait gait,
    double certainty,
    Slices slices,
    long startMillis,
    long endMillis,
    boolean afterHalt) {

  int firstStep() {
    return slices.step(0);
  }

  int lastStep() {
    return slices.step(slices.size());
  }

  /// True when nothing was heard on the way.
  boolean isUnseen() {
    return lastStep() - firstStep() == 1;
  }

  /// How far its ends are apart.
  double straightMeters() {
    return slices.path().metersBetween(firstStep(), lastStep());
  }
}

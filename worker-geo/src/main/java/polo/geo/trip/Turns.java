package polo.geo.trip;

/// How a way changes direction. Roads meet at corners; rails and waterways bend. Seen over chords
/// long enough that noise does not turn them, and where it goes faster than a walk, since a phone
/// at rest turns all the time.
///
/// @param meters where direction was seen
/// @param degreesPerKm NaN when that is too little
/// @param corners turns of `CORNER_DEGREES` or more from one chord to the next
record Turns(double meters, double degreesPerKm, int corners) {

  private static final double CORNER_DEGREES = 45;
  private static final double LEAST_CHORD_METERS = 60;
  private static final double LONGEST_CHORD_METERS = 1000;
  private static final double LEAST_MPS = 4;
  private static final double POOREST_METERS = 70;
  private static final double LEAST_SEEN_METERS = 400;

  static Turns of(Slices slices) {
    SmoothPath path = slices.path();
    int end = slices.step(slices.size());
    int from = slices.step(0);
    double turned = 0;
    double seen = 0;
    int corners = 0;
    double heading = Double.NaN;
    for (int step = from + 1; step <= end; step++) {
      double chord = path.metersBetween(from, step);
      if (chord < LEAST_CHORD_METERS + path.accuracyMeters(step)) {
        continue;
      }
      double now = isTelling(path, from, step, chord) ? path.heading(from, step) : Double.NaN;
      double turn = Math.abs(Math.IEEEremainder(now - heading, 360));
      if (!Double.isNaN(turn)) {
        turned += turn;
        seen += chord;
        corners += turn >= CORNER_DEGREES ? 1 : 0;
      }
      heading = now;
      from = step;
    }
    double perKm = seen < LEAST_SEEN_METERS ? Double.NaN : turned / (seen / 1000);
    return new Turns(seen, perKm, corners);
  }

  private static boolean isTelling(SmoothPath path, int from, int step, double chord) {
    double seconds = (path.millis(step) - path.millis(from)) / 1000.0;
    return chord <= LONGEST_CHORD_METERS
        && chord >= LEAST_MPS * seconds
        && Math.max(path.accuracyMeters(from), path.accuracyMeters(step)) <= POOREST_METERS;
  }
}

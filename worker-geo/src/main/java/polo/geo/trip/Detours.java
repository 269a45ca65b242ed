package polo.geo.trip;

/// Passes over detours nobody made. A phone without satellites takes the position of a cell tower
/// kilometres away, claims to be right within some tens of metres, and comes back a few fixes
/// later.
///
/// A run of at most `longestRun` fixes is such a detour when it is reached and left by far steps,
/// the track then goes on near where it was, and the steps are faster than a car or a train, or
/// fast and the whole run is poor. (Who turns round on a motorway brakes, and has good fixes.)
/// Cost: one distance a fix.
///
/// @param farMeters least length of the steps out and back
/// @param returnShare the track goes on at most so far away, as a share of both steps
/// @param poorMeters a claimed accuracy worse than this is poor
/// @param fastMps pace of both steps that a poor run has at least
/// @param absurdMps pace of both steps that no run has
/// @param longestRun fixes
public record Detours(
    double farMeters,
    double returnShare,
    double poorMeters,
    double fastMps,
    double absurdMps,
    int longestRun) {

  static final Detours DEFAULT = new Detours(1_000, 0.4, 40, 20, 300 / 3.6, 8);

  Path without(Path path) {
    int[] kept = new int[path.size()];
    int count = 0;
    int step = 0;
    while (step < path.size()) {
      kept[count++] = path.fix(step);
      step = afterDetour(path, step);
    }
    return count == path.size() ? path : path.of(kept, count);
  }

  /// The step to go on with: the next one, or the first after a detour.
  private int afterDetour(Path path, int step) {
    int out = step + 1;
    if (out >= path.size() || path.metersBetween(step, out) < farMeters) {
      return out;
    }
    boolean poor = true;
    for (int last = out; last < Math.min(out + longestRun, path.size() - 1); last++) {
      poor = poor && path.track().accuracyMeters(path.fix(last)) > poorMeters;
      if (isDetour(path, step, last, poor ? fastMps : absurdMps)) {
        return last + 1;
      }
    }
    return out;
  }

  private boolean isDetour(Path path, int step, int last, double mps) {
    double out = path.metersBetween(step, step + 1);
    double back = path.metersBetween(last, last + 1);
    return back >= farMeters
        && path.metersBetween(step, last + 1) <= returnShare * (out + back)
        && out >= mps * path.seconds(step + 1)
        && back >= mps * path.seconds(last + 1);
  }
}

package polo.geo.trip;

import java.util.ArrayList;
import java.util.List;
import polo.geo.stay.Halt;
import polo.geo.trip.GaitRules.Run;

/// Cuts the way of a movement where one waits and where the gait changes.
///
/// @param gaits how a gait is told
/// @param leastMeters a first or last walk that gets less far than this is none of its own
record Parting(GaitRules gaits, double leastMeters) {

  /// In order, without the waits; empty for a way of a single fix.
  List<Part> parts(Movement movement, SmoothPath path) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    long start = movement.startMillis();
    for (Halt halt : movement.halts()) {
      int to = path.lastStepUpTo(halt.first());
      parts.addAll(between(new Ends(path, from, to, start, halt.startMillis())));
      from = path.firstStepFrom(halt.last());
      start = halt.endMillis();
    }
    parts.addAll(between(new Ends(path, from, path.size() - 1, start, movement.endMillis())));
    return parts;
  }

  /// From one wait to the next.
  private record Ends(SmoothPath path, int from, int to, long startMillis, long endMillis) {

    boolean isAfterHalt() {
      return from > 0;
    }
  }

  private List<Part> between(Ends ends) {
    if (ends.to <= ends.from || ends.endMillis <= ends.startMillis) {
      return List.of();
    }
    Slices slices =
        Slices.of(ends.path, ends.from, ends.to, gaits.sliceSeconds())
            .within(ends.startMillis, ends.endMillis);
    List<Run> runs = withoutTrifles(gaits.runs(slices), slices);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      long start = i == 0 ? ends.startMillis : ends.path.millis(slices.step(run.from()));
      long end = i == runs.size() - 1 ? ends.endMillis : ends.path.millis(slices.step(run.to()));
      Slices own = slices.part(run.from(), run.to());
      parts.add(
          new Part(run.gait(), run.posterior(), own, start, end, i == 0 && ends.isAfterHalt()));
    }
    return parts;
  }

  private List<Run> withoutTrifles(List<Run> runs, Slices slices) {
    List<Run> kept = new ArrayList<>(runs);
    if (kept.size() > 1 && isTrifle(kept.getFirst(), slices)) {
      Run trifle = kept.removeFirst();
      kept.set(0, kept.getFirst().spanning(trifle.from(), kept.getFirst().to()));
    }
    if (kept.size() > 1 && isTrifle(kept.getLast(), slices)) {
      Run trifle = kept.removeLast();
      kept.set(kept.size() - 1, kept.getLast().spanning(kept.getLast().from(), trifle.to()));
    }
    return kept;
  }

  private boolean isTrifle(Run run, Slices slices) {
    return run.gait() == Gait.FOOT
        && slices.path().metersBetween(slices.step(run.from()), slices.step(run.to()))
            < leastMeters;
  }
}

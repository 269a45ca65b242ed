package polo.fleet.edge.chaos;

import java.time.Duration;
import java.util.List;

/// How one fault ended.
///
/// @param fault its word on the command line
/// @param deeds what was done, in words
/// @param recoverySeconds from each fault to the moment when all that was there then was through
/// @param seconds from the first job to the last that was through
public record ChaosReport(
    String fault,
    int jobs,
    String deeds,
    List<Double> recoverySeconds,
    double seconds,
    int lost,
    int doubled,
    int differing,
    List<String> details) {

  static ChaosReport of(
      Fault fault,
      int jobs,
      String deeds,
      List<Duration> recoveries,
      Duration took,
      Verdict verdict) {
    return new ChaosReport(
        fault.word(),
        jobs,
        deeds,
        recoveries.stream().sorted().map(ChaosReport::seconds).toList(),
        seconds(took),
        verdict.lost(),
        verdict.doubled(),
        verdict.differing(),
        verdict.details());
  }

  public boolean isGood() {
    return lost == 0 && doubled == 0 && differing == 0;
  }

  /// For people.
  public String line() {
    String recovery =
        recoverySeconds.isEmpty()
            ? ""
            : "; recovery median %.1f s, worst %.1f s"
                .formatted(
                    recoverySeconds.get(recoverySeconds.size() / 2), recoverySeconds.getLast());
    return "%-16s %d jobs in %.0f s: %s%s; lost %d, doubled %d, differing %d"
        .formatted(fault, jobs, seconds, deeds, recovery, lost, doubled, differing);
  }

  private static double seconds(Duration time) {
    return Math.round(time.toMillis() / 100.0) / 10.0;
  }
}

package polo.fleet.edge.chaos;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// One worker becomes four and four become two while jobs arrive; those that leave are asked to.
/// Measures how long partitions stood still that did not have to move.
record Scaling() implements Fault.Scenario {

  /// Jobs must arrive as long as workers come and go, or nothing could stand still.
  private static final Duration ARRIVING = Duration.ofMinutes(3);

  private static final int REST_PER_SECOND = 500;
  private static final int MORE = 3;
  private static final int FEWER = 2;

  /// Long enough for a group to come to rest.
  private static final Duration SETTLING = Duration.ofSeconds(6);

  @Override
  public String play(Stage stage) throws Exception {
    stage.sender().lasting(ARRIVING);
    stage.sender().allow(1);
    stage.awaitWorkBeyond(stage.watch().done());
    Duration joining =
        worstPause(
            stage,
            () -> {
              stage.crew().hire(MORE);
              stage.crew().awaitReady();
            });
    int[] clean = {0};
    Duration leaving =
        worstPause(
            stage,
            () -> {
              for (int i = 0; i < FEWER; i++) {
                clean[0] += stage.crew().dismiss(stage.crew().eldest()) ? 1 : 0;
              }
            });
    stage.sender().pace(REST_PER_SECOND);
    stage.sender().await(1);
    return "1 to 4 to 2 workers, %d of %d stopped by themselves; untouched partitions paused %.1f s and %.1f s at most"
        .formatted(clean[0], FEWER, joining.toMillis() / 1e3, leaving.toMillis() / 1e3);
  }

  private interface Step {
    void take() throws Exception;
  }

  /// Of the partitions that were with the same worker before and after the step.
  private static Duration worstPause(Stage stage, Step step) throws Exception {
    Map<String, Set<Integer>> before = stage.watch().owners();
    stage.watch().forgetPauses();
    step.take();
    Stage.hold(SETTLING);
    return stage.watch().worstPauseOf(kept(before, stage.watch().owners()));
  }

  private static Set<Integer> kept(
      Map<String, Set<Integer>> before, Map<String, Set<Integer>> after) {
    Set<Integer> kept = new HashSet<>();
    before.forEach((member, partitions) -> {
      Set<Integer> now = after.getOrDefault(member, Set.of());
      kept.addAll(partitions.stream().filter(now::contains).collect(toSet()));
    });
    return kept;
  }
}

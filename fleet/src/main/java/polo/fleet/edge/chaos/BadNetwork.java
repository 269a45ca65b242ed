package polo.fleet.edge.chaos;

import java.time.Duration;
import polo.testkit.network.Link;

/// Spoils the links between workers and brokers in every way there is, one after the other.
record BadNetwork() implements Fault.Scenario {

  private static final int PER_SECOND = 100;
  private static final Duration SLOWNESS = Duration.ofMillis(150);

  /// Longer than a session, so that workers lose their partitions while they work.
  private static final Duration OUTAGE = Duration.ofSeconds(13);

  @Override
  public String play(Stage stage) throws Exception {
    stage.sender().pace(PER_SECOND);
    cut(stage, 0.25);
    spoil(stage, 0.5, Link.slow(SLOWNESS));
    spoil(stage, 0.75, Link.BLACK_HOLE);
    spoil(stage, 1, Link.HALF_OPEN);
    return "cut, %d ms slow, silent for %d s, half open for %d s"
        .formatted(SLOWNESS.toMillis(), OUTAGE.toSeconds(), OUTAGE.toSeconds());
  }

  private static void cut(Stage stage, double share) throws InterruptedException {
    long before = stage.watch().done();
    stage.sender().allow(share);
    stage.awaitWorkBeyond(before);
    stage.watch().mark();
    stage.cluster().nodes().forEach(node -> node.proxy().cut());
    stage.sender().await(share);
    stage.awaitRecovery();
  }

  /// For a while; then all is good again, on new connections. The clock of the recovery starts
  /// then.
  private static void spoil(Stage stage, double share, Link link) throws InterruptedException {
    long before = stage.watch().done();
    stage.sender().allow(share);
    stage.awaitWorkBeyond(before);
    stage.cluster().nodes().forEach(node -> node.proxy().link(link));
    Stage.hold(OUTAGE);
    stage.sender().await(share);
    stage.watch().lookAgain();
    stage.cluster().nodes().forEach(node -> node.proxy().link(Link.GOOD));
    stage.cluster().nodes().forEach(node -> node.proxy().cut());
    stage.watch().mark();
    stage.awaitRecovery();
  }
}

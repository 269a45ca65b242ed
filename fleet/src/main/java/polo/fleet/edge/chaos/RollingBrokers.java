package polo.fleet.edge.chaos;

import java.time.Duration;

/// Stops each broker in turn as an operator would, starts it again, and goes on to the next once
/// all replicas are in sync.
record RollingBrokers() implements Fault.Scenario {

  private static final Duration ARRIVING = Duration.ofMinutes(2);
  private static final int REST_PER_SECOND = 500;

  @Override
  public String play(Stage stage) throws Exception {
    stage.sender().lasting(ARRIVING);
    stage.sender().allow(1);
    stage.awaitWorkBeyond(stage.watch().done());
    for (BrokerNode node : stage.cluster().nodes()) {
      stage.watch().mark();
      node.stop();
      stage.cluster().restart(node);
    }
    stage.sender().pace(REST_PER_SECOND);
    stage.sender().await(1);
    stage.awaitRecovery();
    return "%d brokers restarted".formatted(BrokerCluster.NODES);
  }
}

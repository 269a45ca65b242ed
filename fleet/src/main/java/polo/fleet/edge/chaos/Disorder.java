package polo.fleet.edge.chaos;

/// Nothing fails but those who send: the load itself is the fault.
record Disorder() implements Fault.Scenario {

  private static final int PER_SECOND = 400;

  @Override
  public String play(Stage stage) throws Exception {
    stage.sender().pace(PER_SECOND);
    stage.sender().allow(1);
    stage.sender().await(1);
    return "each job three times, out of order, poison for every twenty";
  }
}

package polo.common.job;

/// The user named, moved, merged or hid something: the document of pins says what. Settle the
/// timeline anew. Travels on the user's own lane, so it is ordered with their data.
public record PinsChanged(String userId) implements Job {

  @Override
  public JobType type() {
    return JobType.PINS_CHANGED;
  }
}

package polo.common.job;

import polo.common.earth.Coordinate;

/// A place appeared or moved and wants an address.
public record PlaceSeen(String userId, String placeId, Coordinate position) implements Job {

  @Override
  public JobType type() {
    return JobType.PLACE_SEEN;
  }
}

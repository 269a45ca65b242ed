package polo.common.edge.kafka;

/// The topics of the contract. A breaking change of a body is a new topic.
public final class Topics {

  public static final String POINTS = "polo.points.v1";
  public static final String PHOTOS = "polo.photos.v1";
  public static final String BULK = "polo.bulk.v1";
  public static final String PLACES = "polo.places.v1";
  public static final String EVENTS = "polo.events.v1";
  public static final String PHOTOS_RETRY = "polo.photos.retry.v1";
  public static final String POINTS_PARKED = "polo.points.parked.v1";
  public static final String DEAD = "polo.dead.v1";
  public static final String CONTROL = "polo.control.v1";

  private Topics() {}
}

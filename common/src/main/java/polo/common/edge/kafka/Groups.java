package polo.common.edge.kafka;

import java.util.List;
import java.util.Map;

/// The consumer groups of the fleet and what each reads.
public final class Groups {

  /// Live uploads of fixes.
  public static final String GEO = "polo-geo";

  /// The same work at low priority.
  public static final String GEO_BULK = "polo-geo-bulk";

  /// Uploaded photos.
  public static final String PHOTOS = "polo-photos";

  /// Photos whose time to be tried again has come.
  public static final String PHOTOS_RETRY = "polo-photos-retry";

  /// Timelines that changed, so that photos are linked anew.
  public static final String PHOTO_LINKS = "polo-photo-links";

  /// Places whose addresses a provider may refine. Nothing waits for them.
  public static final String PLACES = "polo-geo-places";

  /// In the order work flows: what an earlier group does may give work to a later one.
  public static final List<Map.Entry<String, String>> TOPIC_BY_GROUP =
      List.of(
          Map.entry(GEO, Topics.POINTS),
          Map.entry(GEO_BULK, Topics.BULK),
          Map.entry(PHOTOS, Topics.PHOTOS),
          Map.entry(PHOTOS_RETRY, Topics.PHOTOS_RETRY),
          Map.entry(PHOTO_LINKS, Topics.EVENTS));

  /// All of them, also those that nothing waits for.
  public static final List<String> ALL =
      List.of(GEO, GEO_BULK, PLACES, PHOTOS, PHOTOS_RETRY, PHOTO_LINKS);

  private Groups() {}
}

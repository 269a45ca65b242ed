package polo.geo.edge.provider;

import java.util.List;
import java.util.Optional;
import polo.common.document.DocumentKey;
import polo.common.document.RefinedAddress;
import polo.common.earth.Coordinate;
import polo.common.earth.Geohash;
import polo.common.edge.json.Json;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Patch;
import polo.common.edge.store.PatchedJson;
import polo.common.edge.store.StoreUnavailableException;
import polo.common.edge.store.StoredDocument;
import polo.common.edge.store.WriteResult;
import polo.common.job.PlaceSeen;
import tools.jackson.databind.JsonNode;

/// Writes what providers know beside what is derived of a place: the member `refined`, and nothing
/// else. A place that is gone or has moved on is left as it is.
final class RefinedPlaces {

  private static final String MEMBER = "refined";

  /// A place's document is written by whoever derives its user's timeline, and seldom.
  private static final int TRIES = 16;

  private final DocumentStore store;

  RefinedPlaces(DocumentStore store) {
    this.store = store;
  }

  /// True while there is such a place in this cell.
  boolean isIn(String cell, PlaceSeen place) {
    return store.get(key(place)).filter(stored -> isIn(cell, stored)).isPresent();
  }

  /// Makes the place say what is known of its cell. True when it says something, or does no longer.
  boolean refine(PlaceSeen place, String cell, Optional<RefinedAddress> known) {
    List<Patch> patches =
        List.of(
            known
                .<Patch>map(address -> new Patch.Set(MEMBER, Json.bytes(address)))
                .orElseGet(() -> new Patch.Drop(MEMBER)));
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<StoredDocument> stored =
          store.get(key(place)).filter(document -> isIn(cell, document));
      if (stored.isEmpty()) {
        return false;
      }
      // By compare-and-set: a patch by path would bring back a place that is being removed.
      switch (PatchedJson.of(stored.map(StoredDocument::json), patches)) {
        case PatchedJson.Unchanged _ -> {
          return known.isPresent();
        }
        case PatchedJson.Taken _ -> throw new IllegalStateException("nothing is inserted here");
        case PatchedJson.Changed(var json) -> {
          if (isWritten(store.replace(key(place), stored.get().revision(), json))) {
            return true;
          }
        }
      }
    }
    throw new StoreUnavailableException("others write " + key(place), null);
  }

  private static boolean isWritten(WriteResult result) {
    return switch (result) {
      case WriteResult.Written _, WriteResult.Skipped _ -> true;
      case WriteResult.Stale _, WriteResult.Exists _, WriteResult.Ambiguous _ -> false;
      case WriteResult.Unavailable(var why) -> throw new StoreUnavailableException(why, null);
      case WriteResult.TooLarge(var bytes) -> throw new IllegalStateException(bytes + " bytes");
    };
  }

  private static boolean isIn(String cell, StoredDocument stored) {
    JsonNode derived = Json.tree(stored.json()).path("derived");
    double latitude = derived.path("lat").doubleValue(Double.NaN);
    double longitude = derived.path("lon").doubleValue(Double.NaN);
    return Coordinate.isOnEarth(latitude, longitude)
        && Geohash.ofPlace(new Coordinate(latitude, longitude)).equals(cell);
  }

  private static DocumentKey key(PlaceSeen place) {
    return DocumentKey.place(place.userId(), place.placeId());
  }
}

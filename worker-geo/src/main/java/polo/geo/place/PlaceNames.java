package polo.geo.place;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;
import polo.geo.track.Fingerprint;

/// Names places by where they are: after one of the landmarks around them. Each landmark has a rank
/// of the user's own, and a place wants the one within reach that ranks first.
///
/// So a place keeps its name for as long as its landmark stays within reach and no better one comes
/// there: when its centre moves by d, with the chance 1 − 4d / (π reach). How many visits there
/// were, when, and of what fixes does not matter.
///
/// Of two places that want one landmark the nearer has it, and the other the next in its ranking
/// (Gale and Shapley 1962: whoever asks first, there is one outcome). So a new place takes a name
/// only from one that is further off from its landmark.
///
/// Cost: some hundred hashes a place.
///
/// @param reachMeters wide makes names steady, narrow keeps neighbours from wanting the same
record PlaceNames(double reachMeters) {

  static final PlaceNames DEFAULT = new PlaceNames(300);

  /// An id for each place; no two are equal.
  Map<Cluster, String> ids(String userId, Collection<Cluster> places) {
    Map<Long, Wish> granted = new HashMap<>();
    Map<Cluster, String> ids = new HashMap<>();
    for (Cluster place : places) {
      // Of use only if there should be no landmark left.
      ids.put(place, Fingerprint.renamed(place.founderId(), 'p'));
      Wish wish = wish(place, place.centre(), Fingerprint.hash(userId), 0);
      while (wish != null) {
        wish = decide(wish, granted);
      }
    }
    granted.forEach((rank, wish) -> ids.put(wish.place(), new Fingerprint(rank).id('p')));
    return ids;
  }

  /// A place asking for a landmark.
  private record Wish(Cluster place, Coordinate centre, long user, Landmark landmark) {

    boolean outbids(Wish other) {
      int order = Double.compare(landmark.metersAway(), other.landmark.metersAway());
      return order == 0 ? place.founderId().compareTo(other.place.founderId()) < 0 : order < 0;
    }
  }

  /// Grants the wish or leaves the landmark to who has it. Who goes without has another wish.
  private @Nullable Wish decide(Wish wish, Map<Long, Wish> granted) {
    Wish holder = granted.putIfAbsent(wish.landmark().rank(), wish);
    if (holder == null) {
      return null;
    }
    Wish loser = wish;
    if (wish.outbids(holder)) {
      granted.put(wish.landmark().rank(), wish);
      loser = holder;
    }
    return wish(loser.place(), loser.centre(), loser.user(), loser.landmark().rank());
  }

  private @Nullable Wish wish(Cluster place, Coordinate centre, long user, long afterRank) {
    Landmark landmark = Landmark.next(centre, reachMeters, user, afterRank);
    return landmark == null ? null : new Wish(place, centre, user, landmark);
  }
}

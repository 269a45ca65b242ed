package polo.geo.place;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import polo.common.document.Place;
import polo.common.document.Stay;
import polo.geo.pin.Pins;

/// Finds places: the longest stay not yet at a place founds one, and all others within its reach
/// are visits of it (leader clustering by dwell). No chain can form, since reach is counted from
/// the founder, not from neighbour to neighbour as in DBSCAN; and stays are taken by dwell and id,
/// so the order they are given in does not matter.
///
/// A place's id says where it is, not what was seen there ([PlaceNames]), so it outlives the data
/// that comes after and before.
///
/// What the user pinned is a hard constraint: stays in the area of a pinned place are its visits
/// first, and its id is as pinned. The others are clustered among themselves.
///
/// Cost: one look at the neighbouring cells of a grid for each stay.
///
/// @param reachMeters from the founder
/// @param leastVisits so many visits make a place, or
/// @param leastDwell so much time
public record PlaceFinder(double reachMeters, int leastVisits, Duration leastDwell) {

  public static final PlaceFinder DEFAULT = new PlaceFinder(120, 2, Duration.ofMinutes(20));

  private static final Comparator<Stay> LONGEST_FIRST =
      comparingLong(PlaceFinder::dwellMillis).reversed().thenComparing(Stay::id);

  public Places find(String userId, Collection<Stay> stays, Pins pins) {
    if (pins.places().isEmpty()) {
      return find(userId, stays);
    }
    PinnedPlaces pinned = PinnedPlaces.of(pins.places(), reachMeters);
    List<Stay> others = new ArrayList<>();
    for (Stay stay : stays.stream().sorted(LONGEST_FIRST).toList()) {
      if (!pinned.takes(stay)) {
        others.add(stay);
      }
    }
    return pinned.among(find(userId, others));
  }

  public Places find(String userId, Collection<Stay> stays) {
    List<Cluster> clusters = new ArrayList<>();
    Grid<Cluster> grid = new Grid<>(reachMeters);
    for (Stay stay : stays.stream().sorted(LONGEST_FIRST).toList()) {
      Optional<Cluster> nearest = nearest(stay, grid);
      if (nearest.isPresent()) {
        nearest.get().add(stay);
      } else {
        Cluster founded = new Cluster(stay);
        clusters.add(founded);
        grid.put(stay.lat(), stay.lon(), founded);
      }
    }
    return places(userId, clusters.stream().filter(this::isEvident).toList());
  }

  private Optional<Cluster> nearest(Stay stay, Grid<Cluster> grid) {
    Cluster nearest = null;
    double least = reachMeters;
    for (Cluster cluster : grid.near(stay.lat(), stay.lon())) {
      double meters = cluster.metersTo(stay);
      boolean isNearer = meters < least || nearest == null && meters == least;
      if (isNearer
          || nearest != null
              && meters == least
              && cluster.founderId().compareTo(nearest.founderId()) < 0) {
        nearest = cluster;
        least = meters;
      }
    }
    return Optional.ofNullable(nearest);
  }

  private Places places(String userId, List<Cluster> clusters) {
    Map<Cluster, String> ids = PlaceNames.DEFAULT.ids(userId, clusters);
    List<Place> places = new ArrayList<>();
    Map<String, String> placeIds = new HashMap<>();
    ids.forEach((cluster, id) -> {
      places.add(cluster.place(id));
      cluster.visits().forEach(stay -> placeIds.put(stay.id(), id));
    });
    places.sort(comparing(Place::id));
    return new Places(places, placeIds);
  }

  private boolean isEvident(Cluster cluster) {
    return cluster.visits().size() >= leastVisits || cluster.dwellMillis() >= leastDwell.toMillis();
  }

  /// Stays begin and end at whole milliseconds.
  static long dwellMillis(Stay stay) {
    return stay.end().toEpochMilli() - stay.start().toEpochMilli();
  }
}

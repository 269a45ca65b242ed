package polo.geo.timeline;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import polo.common.document.Checkpoint;
import polo.common.document.Gap;
import polo.common.document.Place;
import polo.common.document.Stay;
import polo.common.document.Trip;
import polo.geo.place.PlaceFinder;
import polo.geo.place.Places;

/// What became of a track: its stays, trips and gaps in time order, the places by id, and the cut
/// points of the derivation.
public record Timeline(
    List<Stay> stays,
    List<Trip> trips,
    List<Gap> gaps,
    List<Place> places,
    List<Checkpoint> checkpoints) {

  public static final Timeline EMPTY =
      new Timeline(List.of(), List.of(), List.of(), List.of(), List.of());

  public Timeline {
    stays = List.copyOf(stays);
    trips = List.copyOf(trips);
    gaps = List.copyOf(gaps);
    places = List.copyOf(places);
    checkpoints = List.copyOf(checkpoints);
  }

  /// This timeline with a part of it derived anew and all places settled again.
  public Timeline with(String userId, Rederivation news, PlaceFinder finder) {
    List<Stay> allStays = replaced(stays, news.stays(), news, Stay::start);
    List<Trip> allTrips = replaced(trips, news.trips(), news, Trip::start);
    Places found = finder.find(userId, allStays);
    return new Timeline(
        allStays.stream().map(found::settled).toList(),
        allTrips.stream().map(found::settled).toList(),
        replaced(gaps, news.gaps(), news, Gap::start),
        found.all(),
        replaced(checkpoints, news.checkpoints(), news, Checkpoint::at));
  }

  private static <T> List<T> replaced(
      List<T> old, List<T> anew, Rederivation news, Function<T, Instant> start) {
    List<T> all = new ArrayList<>(anew);
    old.stream().filter(item -> !news.replaces(start.apply(item))).forEach(all::add);
    all.sort(comparing(start));
    return all;
  }
}

package polo.geo.place;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import polo.common.document.CarriedPlace;
import polo.common.document.Place;
import polo.common.earth.Coordinate;
import polo.geo.track.Fingerprint;

/// Gives places the ids they keep from earlier derivations: each id goes to the nearest place, one
/// to one, nearest first; an alias to the nearest whatever that is called.
public final class CarriedPlaces {

  /// As far as a place reaches: further off it would be another one.
  private static final double REACH_METERS = 120;

  private record Match(CarriedPlace carried, Place place, double meters) {}

  private CarriedPlaces() {}

  /// The places under the ids to show. Cost: carried ids times places.
  ///
  /// @param pinned ids that belong to what the user did
  public static Places named(Places found, List<CarriedPlace> all, Set<String> pinned) {
    List<CarriedPlace> carried =
        all.stream().filter(place -> !pinned.contains(place.id())).toList();
    if (carried.isEmpty()) {
      return found;
    }
    List<Place> free = found.all().stream().filter(p -> !pinned.contains(p.id())).toList();
    Map<String, String> ids = ids(carried, free);
    Map<String, SortedSet<String>> aliases = aliases(carried, free);
    Set<String> taken = new HashSet<>(ids.values());
    aliases.values().forEach(taken::addAll);
    found.all().stream()
        .map(Place::id)
        .filter(id -> !ids.containsKey(id) && !taken.contains(id))
        .forEach(taken::add);
    for (Place place : free) {
      if (!ids.containsKey(place.id()) && isGiven(place.id(), ids, aliases)) {
        ids.put(place.id(), freeId(place.id(), taken));
      }
    }
    return renamed(found, ids, aliases);
  }

  private static boolean isGiven(
      String id, Map<String, String> ids, Map<String, SortedSet<String>> aliases) {
    return ids.containsValue(id) || aliases.values().stream().anyMatch(some -> some.contains(id));
  }

  private static String freeId(String id, Set<String> taken) {
    String free = id;
    while (!taken.add(free)) {
      free = Fingerprint.after(free, 'p');
    }
    return free;
  }

  /// By the ids places were found with.
  private static Map<String, String> ids(List<CarriedPlace> carried, List<Place> places) {
    List<Match> matches = new ArrayList<>();
    for (CarriedPlace one : carried) {
      for (Place place : places) {
        double meters = meters(one, place);
        if (!one.alias() && meters <= REACH_METERS) {
          matches.add(new Match(one, place, meters));
        }
      }
    }
    matches.sort(
        comparingDouble(Match::meters)
            .thenComparing(match -> match.carried().id())
            .thenComparing(match -> match.place().id()));
    Map<String, String> ids = new TreeMap<>();
    Set<String> given = new HashSet<>();
    for (Match match : matches) {
      String id = match.carried().id();
      if (!given.contains(id) && ids.putIfAbsent(match.place().id(), id) == null) {
        given.add(id);
      }
    }
    return ids;
  }

  private static Map<String, SortedSet<String>> aliases(
      List<CarriedPlace> carried, List<Place> places) {
    Map<String, SortedSet<String>> aliases = new HashMap<>();
    for (CarriedPlace one : carried) {
      Place host = one.alias() ? nearest(one, places) : null;
      if (host != null) {
        aliases.computeIfAbsent(host.id(), _ -> new TreeSet<>()).add(one.id());
      }
    }
    return aliases;
  }

  /// Within reach; null when there is none.
  static @Nullable Place nearest(CarriedPlace carried, Collection<Place> places) {
    return places.stream()
        .filter(place -> meters(carried, place) <= REACH_METERS)
        .min(comparingDouble((Place place) -> meters(carried, place)).thenComparing(Place::id))
        .orElse(null);
  }

  private static double meters(CarriedPlace carried, Place place) {
    return Coordinate.metersBetween(carried.lat(), carried.lon(), place.lat(), place.lon());
  }

  private static Places renamed(
      Places found, Map<String, String> ids, Map<String, SortedSet<String>> aliases) {
    List<Place> places = new ArrayList<>();
    for (Place place : found.all()) {
      Place renamed = place.withId(ids.getOrDefault(place.id(), place.id()));
      SortedSet<String> more = aliases.getOrDefault(place.id(), new TreeSet<>());
      more.addAll(place.aliases());
      places.add(more.isEmpty() ? renamed : renamed.withAliases(List.copyOf(more)));
    }
    places.sort(comparing(Place::id));
    Map<String, String> placeIds = new HashMap<>();
    found.placeIds().forEach((stay, place) -> placeIds.put(stay, ids.getOrDefault(place, place)));
    return new Places(places, placeIds);
  }
}

package polo.geo.place;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import polo.common.document.CarriedPlace;
import polo.common.document.Place;
import polo.common.document.PlacesIndex;
import polo.common.document.Stay;
import polo.common.earth.Coordinate;

/// Finds which new place is what an old one was: the one in which most of the time spent at the old
/// one is spent now, one to one, the heaviest pairs first. So of a split place the heaviest part
/// keeps the id; of places that became one the heaviest keeps it, and the other ids become aliases.
///
/// Cost: one pass over the stays.
///
/// @param leastShare of the time spent at one of the two that must be in common, or else
/// @param nearMeters so near must the centres be
public record PlaceSuccession(double leastShare, double nearMeters) {

  public static final PlaceSuccession DEFAULT = new PlaceSuccession(0.5, 50);

  private record Pair(String old, String anew) {}

  private record Match(Pair pair, long common, double meters) {}

  private static final Comparator<Match> HEAVIEST_FIRST =
      comparingLong(Match::common)
          .reversed()
          .thenComparing(comparingDouble(Match::meters))
          .thenComparing(match -> match.pair().old())
          .thenComparing(match -> match.pair().anew());

  /// The ids to keep, by id.
  ///
  /// @param oldStays by time, with the places they were visits of
  /// @param old places, none of them pinned
  /// @param stays by time, as given to the finder
  /// @param found places
  /// @param aliases of before
  /// @param pinned ids of places that neither take nor pass on any
  public List<CarriedPlace> carried(
      List<Stay> oldStays,
      List<PlacesIndex.Entry> old,
      List<Stay> stays,
      Places found,
      List<CarriedPlace> aliases,
      Set<String> pinned) {
    Time time = Time.of(oldStays, stays, found);
    Map<String, PlacesIndex.Entry> was = new TreeMap<>();
    old.stream().filter(place -> !pinned.contains(place.id())).forEach(p -> was.put(p.id(), p));
    Map<String, Place> is = new TreeMap<>();
    found.all().stream().filter(p -> !pinned.contains(p.id())).forEach(p -> is.put(p.id(), p));

    Map<String, String> heirs = heirs(matches(was, is, time));
    Map<String, CarriedPlace> carried = new TreeMap<>();
    heirs.forEach((id, heir) -> {
      if (!id.equals(heir)) {
        carried.put(id, at(is.get(heir), id, false));
      }
    });
    for (String id : was.keySet()) {
      Place host = heirs.containsKey(id) ? null : is.get(time.mostOf(id, leastShare));
      if (host != null) {
        carried.put(id, at(host, id, true));
      }
    }
    for (CarriedPlace alias : aliases) {
      Place host = CarriedPlaces.nearest(alias, is.values());
      if (alias.alias() && host != null && !was.containsKey(alias.id())) {
        carried.putIfAbsent(alias.id(), at(host, alias.id(), true));
      }
    }
    return List.copyOf(carried.values());
  }

  private static CarriedPlace at(@Nullable Place place, String id, boolean alias) {
    if (place == null) {
      throw new IllegalStateException("no place to carry " + id);
    }
    return new CarriedPlace(id, place.lat(), place.lon(), alias);
  }

  private List<Match> matches(
      Map<String, PlacesIndex.Entry> was, Map<String, Place> is, Time time) {
    Set<Pair> pairs = new HashSet<>();
    time.common.keySet().stream().filter(pair -> time.isMuch(pair, leastShare)).forEach(pairs::add);
    Grid<Place> grid = new Grid<>(nearMeters);
    is.values().forEach(place -> grid.put(place.lat(), place.lon(), place));
    for (PlacesIndex.Entry old : was.values()) {
      for (Place place : grid.near(old.lat(), old.lon())) {
        if (meters(old, place) <= nearMeters) {
          pairs.add(new Pair(old.id(), place.id()));
        }
      }
    }
    List<Match> matches = new ArrayList<>();
    for (Pair pair : pairs) {
      PlacesIndex.Entry old = was.get(pair.old());
      Place place = is.get(pair.anew());
      if (old != null && place != null) {
        long common = time.common.getOrDefault(pair, 0L);
        matches.add(new Match(pair, common, meters(old, place)));
      }
    }
    return matches;
  }

  private static double meters(PlacesIndex.Entry old, Place place) {
    return Coordinate.metersBetween(old.lat(), old.lon(), place.lat(), place.lon());
  }

  private static Map<String, String> heirs(List<Match> matches) {
    Map<String, String> heirs = new TreeMap<>();
    Set<String> named = new HashSet<>();
    for (Match match : matches.stream().sorted(HEAVIEST_FIRST).toList()) {
      Pair pair = match.pair();
      if (!heirs.containsKey(pair.old()) && named.add(pair.anew())) {
        heirs.put(pair.old(), pair.anew());
      }
    }
    return heirs;
  }

  /// How long the user was at which places, and at which old and new place at once.
  private record Time(Map<Pair, Long> common, Map<String, Long> old, Map<String, Long> anew) {

    static Time of(List<Stay> oldStays, List<Stay> stays, Places found) {
      Time time = new Time(new HashMap<>(), new HashMap<>(), new HashMap<>());
      stays.forEach(stay -> add(time.anew, found.placeIdOf(stay.id()), stay));
      int from = 0;
      for (Stay old : oldStays) {
        add(time.old, old.placeId(), old);
        while (from < stays.size() && !stays.get(from).end().isAfter(old.start())) {
          from++;
        }
        for (int i = from; i < stays.size() && stays.get(i).start().isBefore(old.end()); i++) {
          String place = found.placeIdOf(stays.get(i).id());
          if (old.placeId() != null && place != null) {
            long millis = millis(old, stays.get(i));
            time.common.merge(new Pair(old.placeId(), place), millis, Long::sum);
          }
        }
      }
      return time;
    }

    private static void add(Map<String, Long> times, @Nullable String place, Stay stay) {
      if (place != null) {
        times.merge(place, millis(stay, stay), Long::sum);
      }
    }

    private static long millis(Stay one, Stay other) {
      long start = Math.max(one.start().toEpochMilli(), other.start().toEpochMilli());
      return Math.max(0, Math.min(one.end().toEpochMilli(), other.end().toEpochMilli()) - start);
    }

    boolean isMuch(Pair pair, double share) {
      long least = Math.min(old.getOrDefault(pair.old(), 0L), anew.getOrDefault(pair.anew(), 0L));
      long both = common.getOrDefault(pair, 0L);
      return both > 0 && both >= share * least;
    }

    /// The new place in which at least this share of the old one's time is spent; empty for none.
    String mostOf(String oldId, double share) {
      double least = Math.max(1, share * old.getOrDefault(oldId, 0L));
      return common.entrySet().stream()
          .filter(entry -> entry.getKey().old().equals(oldId) && entry.getValue() >= least)
          .sorted(
              Map.Entry.<Pair, Long>comparingByValue()
                  .reversed()
                  .thenComparing(entry -> entry.getKey().anew()))
          .map(entry -> entry.getKey().anew())
          .findFirst()
          .orElse("");
    }
  }
}

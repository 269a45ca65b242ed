package polo.geo.place;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import polo.common.document.Place;
import polo.common.document.Stay;
import polo.common.earth.Coordinate;
import polo.geo.pin.Area;
import polo.geo.pin.PlacePin;
import polo.geo.track.Fingerprint;
import polo.geo.track.LocalPlane;
import polo.geo.track.Precision;

/// The places a user has pinned, while they are given their visits.
///
/// Cost: every stay is compared with every pin; a user has a few dozen.
final class PinnedPlaces {

  /// Ground of a pinned place: its own, or that of a place merged into it.
  private record Ground(String placeId, Area area, boolean drawn) {}

  private static final Comparator<PlacePin> BY_ID = comparing(PlacePin::id);

  private final List<PlacePin> pins;
  private final List<Ground> grounds = new ArrayList<>();
  private final Map<String, List<Stay>> visits = new TreeMap<>();

  private PinnedPlaces(List<PlacePin> pins) {
    this.pins = pins.stream().sorted(BY_ID).toList();
  }

  /// @param reachMeters of a place that nobody drew
  static PinnedPlaces of(List<PlacePin> pins, double reachMeters) {
    PinnedPlaces places = new PinnedPlaces(pins);
    for (PlacePin pin : places.pins) {
      places.visits.put(pin.id(), new ArrayList<>());
      Area area = pin.fixed() ? pin.area() : pin.area().atLeast(reachMeters);
      places.grounds.add(new Ground(pin.id(), area, pin.fixed()));
      for (PlacePin.Merged part : pin.merged()) {
        places.grounds.add(new Ground(pin.id(), part.area().atLeast(reachMeters), false));
      }
    }
    return places;
  }

  /// True when the stay is a visit of one of these: of what the user drew, else of the nearest.
  boolean takes(Stay stay) {
    Ground best = null;
    for (Ground ground : grounds) {
      if (ground.area().contains(stay.lat(), stay.lon())
          && (best == null || order(stay).compare(ground, best) < 0)) {
        best = ground;
      }
    }
    if (best != null) {
      visits.getOrDefault(best.placeId(), new ArrayList<>()).add(stay);
    }
    return best != null;
  }

  private static Comparator<Ground> order(Stay stay) {
    return comparing((Ground ground) -> !ground.drawn())
        .thenComparing(comparingDouble(ground -> ground.area().metersTo(stay.lat(), stay.lon())))
        .thenComparing(Ground::placeId);
  }

  /// These and the other places. An id belongs to the pin: another place that would have it is
  /// called something else.
  Places among(Places others) {
    Set<String> taken = new HashSet<>();
    for (PlacePin pin : pins) {
      taken.add(pin.id());
      pin.merged().forEach(part -> taken.add(part.id()));
    }
    Map<String, TreeSet<String>> stayIds = new HashMap<>();
    others
        .placeIds()
        .forEach((stay, place) -> stayIds.computeIfAbsent(place, _ -> new TreeSet<>()).add(stay));
    List<Place> all = new ArrayList<>();
    Map<String, String> placeIds = new HashMap<>();
    for (Place other : others.all()) {
      TreeSet<String> stays = stayIds.getOrDefault(other.id(), new TreeSet<>());
      Place place = other.withId(freeId(other.id(), taken));
      all.add(place);
      stays.forEach(stay -> placeIds.put(stay, place.id()));
    }
    for (PlacePin pin : pins) {
      List<Stay> here = visits.getOrDefault(pin.id(), List.of());
      all.add(place(pin, here));
      here.forEach(stay -> placeIds.put(stay.id(), pin.id()));
    }
    all.sort(comparing(Place::id));
    return new Places(all, placeIds);
  }

  private static String freeId(String id, Set<String> taken) {
    String free = id;
    while (taken.contains(free)) {
      free = Fingerprint.after(free, 'p');
    }
    return free;
  }

  private static Place place(PlacePin pin, List<Stay> visits) {
    Coordinate centre = pin.fixed() || visits.isEmpty() ? pin.area().centre() : centre(pin, visits);
    double radius = pin.fixed() || visits.isEmpty() ? pin.area().radiusMeters() : 0;
    double dwellSeconds = 0;
    @Nullable Instant first = null;
    @Nullable Instant last = null;
    for (Stay visit : visits) {
      if (!pin.fixed()) {
        double away = centre.metersTo(new Coordinate(visit.lat(), visit.lon()));
        radius = Math.max(radius, away + visit.radiusMeters());
      }
      dwellSeconds += PlaceFinder.dwellMillis(visit) / 1000.0;
      first = first == null || visit.start().isBefore(first) ? visit.start() : first;
      last = last == null || visit.end().isAfter(last) ? visit.end() : last;
    }
    return new Place(
        pin.id(),
        Precision.degrees(centre.latitude()),
        Precision.degrees(centre.longitude()),
        Precision.meters(radius),
        visits.size(),
        dwellSeconds,
        first,
        last,
        null,
        pin.merged().stream().map(PlacePin.Merged::id).toList(),
        pin.name(),
        pin.hidden(),
        null);
  }

  /// The mean of the visits by dwell, which come in one order whatever the order of the input.
  private static Coordinate centre(PlacePin pin, List<Stay> visits) {
    Coordinate around = pin.area().centre();
    LocalPlane plane = LocalPlane.at(around.latitude(), around.longitude());
    double weight = 0;
    double east = 0;
    double north = 0;
    for (Stay visit : visits) {
      double w = 1 + Math.floorDiv(PlaceFinder.dwellMillis(visit), 1000);
      weight += w;
      east += w * plane.east(visit.lon());
      north += w * plane.north(visit.lat());
    }
    return plane.point(east / weight, north / weight);
  }
}

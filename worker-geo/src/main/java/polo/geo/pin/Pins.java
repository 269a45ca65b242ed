package polo.geo.pin;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// All pins of a user: by id, whatever order they came in.
public record Pins(
    List<PlacePin> places,
    List<SpanPin.OfStay> stays,
    List<SpanPin.OfTrip> trips,
    List<SpanPin.OfJourney> journeys) {

  public static final Pins NONE = new Pins(List.of(), List.of(), List.of(), List.of());

  public Pins {
    places = List.copyOf(places);
    stays = List.copyOf(stays);
    trips = List.copyOf(trips);
    journeys = List.copyOf(journeys);
  }

  /// Of two pins with one id only one counts, always the same; places merged into others are no
  /// longer places.
  public static Pins of(Collection<? extends Pin> pins) {
    Map<String, Pin> byId = new LinkedHashMap<>();
    pins.stream()
        .sorted(comparing(Pin::id).thenComparing(Pin::toString))
        .forEach(pin -> byId.putIfAbsent(pin.id(), pin));
    List<PlacePin> places = new ArrayList<>();
    List<SpanPin.OfStay> stays = new ArrayList<>();
    List<SpanPin.OfTrip> trips = new ArrayList<>();
    List<SpanPin.OfJourney> journeys = new ArrayList<>();
    for (Pin pin : byId.values()) {
      switch (pin) {
        case PlacePin place -> places.add(place);
        case SpanPin.OfStay stay -> stays.add(stay);
        case SpanPin.OfTrip trip -> trips.add(trip);
        case SpanPin.OfJourney journey -> journeys.add(journey);
      }
    }
    return new Pins(merged(places), stays, trips, journeys);
  }

  /// Of all places that are pinned, or were merged into one that is.
  public Set<String> placeIds() {
    Set<String> ids = new HashSet<>();
    for (PlacePin pin : places) {
      ids.add(pin.id());
      pin.merged().forEach(part -> ids.add(part.id()));
    }
    return ids;
  }

  /// Each place with all that was merged into it, directly or by way of another. When places are
  /// merged into each other, the one with the smallest id is left.
  private static List<PlacePin> merged(List<PlacePin> places) {
    Map<String, PlacePin> byId = new TreeMap<>();
    Map<String, String> into = new TreeMap<>();
    for (PlacePin place : places) {
      byId.put(place.id(), place);
      place.merged().forEach(part -> into.putIfAbsent(part.id(), place.id()));
    }
    Map<String, Map<String, PlacePin.Merged>> parts = new TreeMap<>();
    for (PlacePin place : places) {
      Map<String, PlacePin.Merged> all =
          parts.computeIfAbsent(root(place.id(), into), _ -> new TreeMap<>());
      place.merged().forEach(part -> all.putIfAbsent(part.id(), part));
      // Where the user had put it themselves counts for more than where it was when merged.
      all.put(place.id(), new PlacePin.Merged(place.id(), place.area()));
    }
    List<PlacePin> roots = new ArrayList<>();
    parts.forEach((root, all) -> {
      all.remove(root);
      PlacePin place = byId.get(root);
      if (place != null) {
        roots.add(place.withMerged(List.copyOf(all.values())));
      }
    });
    return roots;
  }

  private static String root(String id, Map<String, String> into) {
    Set<String> path = new HashSet<>();
    String at = id;
    String next = into.get(at);
    while (next != null && path.add(at)) {
      at = next;
      next = into.get(at);
    }
    return next == null ? at : smallestOfCycle(at, into);
  }

  private static String smallestOfCycle(String start, Map<String, String> into) {
    String smallest = start;
    String at = into.getOrDefault(start, start);
    while (!at.equals(start)) {
      smallest = at.compareTo(smallest) < 0 ? at : smallest;
      at = into.getOrDefault(at, start);
    }
    return smallest;
  }
}

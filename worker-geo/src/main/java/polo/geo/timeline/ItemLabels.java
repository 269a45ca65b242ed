package polo.geo.timeline;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import polo.common.document.CarriedId;
import polo.common.document.Journey;
import polo.common.document.PinnedItem;
import polo.common.document.PinnedItem.Kind;
import polo.common.document.Stay;
import polo.common.document.Trip;
import polo.common.document.TripEntry;
import polo.common.time.TimeSpan;
import polo.geo.pin.Labels;
import polo.geo.pin.Pins;

/// The ids of stays and trips that differ from those they were derived with, because of pins or
/// since they keep older ones.
public record ItemLabels(Labels stays, Labels trips) {

  public static final ItemLabels NONE = new ItemLabels(Labels.NONE, Labels.NONE);

  /// For stays and trips with the ids they were derived with.
  public static ItemLabels of(
      Collection<Stay> stays, Collection<TripEntry> trips, Pins pins, List<CarriedId> carried) {
    return new ItemLabels(
        Labels.of(
            pins.stays(),
            Legacy.of(CarriedId.Kind.STAY, carried),
            stays,
            Stay::id,
            stay -> new TimeSpan(stay.start(), stay.end())),
        Labels.of(
            pins.trips(),
            Legacy.of(CarriedId.Kind.TRIP, carried),
            trips,
            TripEntry::id,
            trip -> new TimeSpan(trip.start(), trip.end())));
  }

  /// As months keep them.
  public static ItemLabels of(Collection<PinnedItem> pinned) {
    return new ItemLabels(labels(Kind.STAY, pinned), labels(Kind.TRIP, pinned));
  }

  private static Labels labels(Kind kind, Collection<PinnedItem> pinned) {
    Map<String, String> shown = new HashMap<>();
    pinned.stream()
        .filter(item -> item.kind() == kind)
        .forEach(item -> shown.put(item.derivedId(), item.id()));
    return new Labels(shown, Map.of());
  }

  /// True when both show the same ids.
  public boolean showAs(ItemLabels other) {
    return stays.shown().equals(other.stays.shown()) && trips.shown().equals(other.trips.shown());
  }

  /// From the ids shown back to those derived.
  public ItemLabels inverse() {
    return new ItemLabels(stays.inverse(), trips.inverse());
  }

  /// As months keep them, with what the pins say.
  public List<PinnedItem> pinned(Pins pins) {
    List<PinnedItem> items = new ArrayList<>();
    pins.stays().forEach(pin -> add(items, Kind.STAY, pin.id(), pin.note(), pin.hidden()));
    pins.trips().forEach(pin -> add(items, Kind.TRIP, pin.id(), pin.note(), pin.hidden()));
    addDisplaced(items, Kind.STAY);
    addDisplaced(items, Kind.TRIP);
    items.sort(comparing(PinnedItem::kind).thenComparing(PinnedItem::id));
    return items;
  }

  private void add(
      List<PinnedItem> items, Kind kind, String id, @Nullable String note, boolean hidden) {
    String derivedId = labels(kind).pinned().get(id);
    if (derivedId != null) {
      items.add(new PinnedItem(kind, id, derivedId, note, hidden));
    }
  }

  private void addDisplaced(List<PinnedItem> items, Kind kind) {
    labels(kind)
        .shown()
        .forEach((derivedId, id) -> {
          if (!labels(kind).pinned().containsKey(id)) {
            items.add(new PinnedItem(kind, id, derivedId, null, false));
          }
        });
  }

  private Labels labels(Kind kind) {
    return switch (kind) {
      case STAY -> stays;
      case TRIP -> trips;
    };
  }

  public Stay labelled(Stay stay) {
    String id = stays.of(stay.id());
    return id.equals(stay.id()) ? stay : stay.withId(id);
  }

  public TripEntry labelled(TripEntry trip) {
    return trip.withIds(
        trips.of(trip.id()), stays.orNull(trip.fromStayId()), stays.orNull(trip.toStayId()));
  }

  public Trip labelled(Trip trip) {
    return trip.withIds(
        trips.of(trip.id()), stays.orNull(trip.fromStayId()), stays.orNull(trip.toStayId()));
  }

  /// The journey by another id and title, if they are pinned.
  Journey labelled(Journey journey, Labels journeys, Pins pins) {
    String id = journeys.of(journey.id());
    String title =
        pins.journeys().stream()
            .filter(pin -> journey.id().equals(journeys.pinned().get(pin.id())))
            .flatMap(pin -> Optional.ofNullable(pin.title()).stream())
            .findFirst()
            .orElse(journey.title());
    return journey.with(id, title, stays.of(journey.stayIds()), trips.of(journey.tripIds()));
  }
}

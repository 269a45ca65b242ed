package polo.geo.edge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import polo.common.document.DocumentKey;
import polo.common.document.Journey;
import polo.common.document.PinnedItem;
import polo.common.document.Place;
import polo.common.document.Stay;
import polo.common.document.TripEntry;
import polo.common.edge.store.DocumentStore;

/// What a user did to every fifth stay and trip, every third place and every journey: notes, names,
/// titles.
record SomePins(Shown pinned) {

  private static final int OF_ITEMS = 5;
  private static final int OF_PLACES = 3;

  static SomePins of(Shown shown) {
    return new SomePins(
        new Shown(
            shown.months(),
            every(OF_ITEMS, shown.stays()),
            every(OF_ITEMS, shown.trips()),
            shown.tripDocuments(),
            every(OF_PLACES, shown.places()),
            shown.journeys(),
            shown.placesIndex()));
  }

  private static <T> List<T> every(int nth, List<T> items) {
    List<T> some = new ArrayList<>();
    for (int i = 0; i < items.size(); i += nth) {
      some.add(items.get(i));
    }
    return some;
  }

  /// As the app does it.
  void write(DocumentStore store, String userId) {
    List<String> pins = new ArrayList<>();
    for (Stay stay : pinned.stays()) {
      pins.add(
          "{\"type\":\"stay\",\"id\":\"%s\",\"start\":\"%s\",\"end\":\"%s\",\"note\":\"%s\"}"
              .formatted(stay.id(), stay.start(), stay.end(), stay.id()));
    }
    for (TripEntry trip : pinned.trips()) {
      pins.add(
          "{\"type\":\"trip\",\"id\":\"%s\",\"start\":\"%s\",\"end\":\"%s\",\"hidden\":true}"
              .formatted(trip.id(), trip.start(), trip.end()));
    }
    for (Journey journey : pinned.journeys()) {
      pins.add(
          "{\"type\":\"journey\",\"id\":\"%s\",\"start\":\"%s\",\"end\":\"%s\",\"title\":\"%s\"}"
              .formatted(journey.id(), journey.start(), journey.end(), journey.id()));
    }
    for (Place place : pinned.places()) {
      pins.add(
          "{\"type\":\"place\",\"id\":\"%s\",\"lat\":%s,\"lon\":%s,\"radiusMeters\":%s,\"name\":\"%s\"}"
              .formatted(place.id(), place.lat(), place.lon(), place.radiusMeters(), place.id()));
    }
    String json = "{\"user\":{\"pins\":[%s]}}".formatted(String.join(",", pins));
    store.merge(DocumentKey.pins(userId), _ -> Optional.of(json.getBytes(StandardCharsets.UTF_8)));
  }

  /// Whatever is still there has its id, and says what the user said.
  void assertKept(Shown after) {
    assertThat(Survival.ofStays(pinned, after)).matches(kept -> kept.share() == 1);
    assertThat(Survival.ofTrips(pinned, after)).matches(kept -> kept.share() == 1);
    assertThat(Survival.ofJourneys(pinned, after)).matches(kept -> kept.share() == 1);
    assertThat(Survival.ofPlaces(pinned, after)).matches(kept -> kept.share() == 1);
    Set<String> said = new TreeSet<>();
    after.months().stream()
        .flatMap(month -> month.pinned().stream())
        .filter(item -> item.hidden() || item.id().equals(item.note()))
        .map(PinnedItem::id)
        .forEach(said::add);
    assertThat(after.stays())
        .filteredOn(stay -> pinned.stays().stream().anyMatch(one -> one.id().equals(stay.id())))
        .allMatch(stay -> said.contains(stay.id()));
    assertThat(after.trips())
        .filteredOn(trip -> pinned.trips().stream().anyMatch(one -> one.id().equals(trip.id())))
        .allMatch(trip -> said.contains(trip.id()));
    assertThat(after.journeys())
        .filteredOn(j -> pinned.journeys().stream().anyMatch(one -> one.id().equals(j.id())))
        .allMatch(journey -> journey.title().equals(journey.id()));
    assertThat(after.places())
        .filteredOn(p -> pinned.places().stream().anyMatch(one -> one.id().equals(p.id())))
        .allMatch(place -> place.id().equals(place.name()));
  }
}

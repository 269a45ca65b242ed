package polo.geo.timeline;

import java.util.List;
import polo.common.document.CarriedId;
import polo.common.document.CarriedPlace;
import polo.common.document.Journey;
import polo.common.document.Place;
import polo.common.document.Stay;
import polo.common.document.TripEntry;
import polo.common.earth.Coordinate;
import polo.common.time.TimeSpan;
import polo.geo.geocode.ReverseGeocoder;
import polo.geo.journey.JourneyFinder;
import polo.geo.journey.Journeys;
import polo.geo.pin.Labels;
import polo.geo.pin.Pins;
import polo.geo.place.CarriedPlaces;
import polo.geo.place.PlaceFinder;
import polo.geo.place.PlaceSuccession;
import polo.geo.place.Places;

/// Settles stays and trips: at places, at home or on journeys. Looks at all stays of a user, which
/// are few; so it is done whole, whatever part of the timeline was derived anew.
public record Settler(
    PlaceFinder placeFinder, JourneyFinder journeyFinder, ReverseGeocoder geocoder) {

  /// With the usual parameters.
  public static Settler with(ReverseGeocoder geocoder) {
    return new Settler(PlaceFinder.DEFAULT, JourneyFinder.DEFAULT, geocoder);
  }

  /// Without pins and without a past.
  public Settlement settle(String userId, List<Stay> stays, List<TripEntry> trips) {
    return settle(userId, stays, trips, Pins.NONE, Legacy.NONE);
  }

  /// From stays and trips by the ids they were derived with, in order of time.
  public Settlement settle(
      String userId, List<Stay> stays, List<TripEntry> trips, Pins pins, Legacy legacy) {
    Places found = placeFinder.find(userId, stays, pins);
    List<CarriedPlace> carriedPlaces = carriedPlaces(stays, found, pins, legacy);
    Places places = CarriedPlaces.named(found, carriedPlaces, pins.placeIds());
    List<Stay> visits = stays.stream().map(places::settled).toList();
    List<TripEntry> joined = trips.stream().map(places::settled).toList();
    Journeys journeys = journeyFinder.find(visits, joined, geocoder);
    List<CarriedId> carriedJourneys = legacy.ofJourneys(journeys.all().stream().map(Settler::item));
    ItemLabels labels = ItemLabels.of(stays, trips, pins, legacy.ids());
    return new Settlement(
        visits.stream().map(labels::labelled).toList(),
        joined.stream().map(labels::labelled).toList(),
        labels,
        labels.pinned(pins),
        places.all().stream().map(place -> settled(place, journeys)).toList(),
        journeys.homePlaceId(),
        labelled(journeys.all(), labels, pins, carriedJourneys),
        carriedJourneys,
        carriedPlaces);
  }

  private static List<CarriedPlace> carriedPlaces(
      List<Stay> stays, Places found, Pins pins, Legacy legacy) {
    Predecessor before = legacy.predecessor();
    return before == null
        ? legacy.places()
        : PlaceSuccession.DEFAULT.carried(
            before.stays(), before.places(), stays, found, legacy.places(), pins.placeIds());
  }

  private static List<Journey> labelled(
      List<Journey> journeys, ItemLabels labels, Pins pins, List<CarriedId> carried) {
    Labels ids =
        Labels.of(pins.journeys(), carried, journeys, Journey::id, journey -> item(journey).span());
    return journeys.stream().map(journey -> labels.labelled(journey, ids, pins)).toList();
  }

  static Succession.Item item(Journey journey) {
    return new Succession.Item(journey.id(), new TimeSpan(journey.start(), journey.end()));
  }

  private Place settled(Place place, Journeys journeys) {
    return place
        .withAddress(geocoder.addressOf(new Coordinate(place.lat(), place.lon())))
        .withUse(journeys.uses().get(place.id()));
  }
}

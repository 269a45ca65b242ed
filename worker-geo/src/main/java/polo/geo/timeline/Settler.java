package polo.geo.timeline;

import java.util.List;
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
import polo.geo.place.PlaceFinder;
import polo.geo.place.Places;

/// Settles stays and trips: at places, at home or on journeys. Looks at all stays of a user, which
/// are few; so it is done whole, whatever part of the timeline was derived anew.
public record Settler(
    PlaceFinder placeFinder, JourneyFinder journeyFinder, ReverseGeocoder geocoder) {

  /// With the usual parameters.
  public static Settler with(ReverseGeocoder geocoder) {
    return new Settler(PlaceFinder.DEFAULT, JourneyFinder.DEFAULT, geocoder);
  }

  /// Without pins.
  public Settlement settle(String userId, List<Stay> stays, List<TripEntry> trips) {
    return settle(userId, stays, trips, Pins.NONE);
  }

  /// From stays and trips by the ids they were derived with.
  public Settlement settle(String userId, List<Stay> stays, List<TripEntry> trips, Pins pins) {
    Places places = placeFinder.find(userId, stays, pins);
    List<Stay> visits = stays.stream().map(places::settled).toList();
    List<TripEntry> joined = trips.stream().map(places::settled).toList();
    Journeys journeys = journeyFinder.find(visits, joined, geocoder);
    ItemLabels labels = ItemLabels.of(stays, trips, pins);
    return new Settlement(
        visits.stream().map(labels::labelled).toList(),
        joined.stream().map(labels::labelled).toList(),
        labels,
        labels.pinned(pins),
        places.all().stream().map(place -> settled(place, journeys)).toList(),
        journeys.homePlaceId(),
        labelled(journeys.all(), labels, pins));
  }

  private static List<Journey> labelled(List<Journey> journeys, ItemLabels labels, Pins pins) {
    Labels ids =
        Labels.of(pins.journeys(), journeys, Journey::id, j -> new TimeSpan(j.start(), j.end()));
    return journeys.stream().map(journey -> labels.labelled(journey, ids, pins)).toList();
  }

  private Place settled(Place place, Journeys journeys) {
    return place
        .withAddress(geocoder.addressOf(new Coordinate(place.lat(), place.lon())))
        .withUse(journeys.uses().get(place.id()));
  }
}

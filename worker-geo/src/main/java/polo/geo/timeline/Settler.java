package polo.geo.timeline;

import java.util.List;
import polo.common.document.Place;
import polo.common.document.Stay;
import polo.common.document.TripEntry;
import polo.common.earth.Coordinate;
import polo.geo.geocode.ReverseGeocoder;
import polo.geo.journey.JourneyFinder;
import polo.geo.journey.Journeys;
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

  /// All of a user.
  public Settlement settle(String userId, List<Stay> stays, List<TripEntry> trips) {
    Places places = placeFinder.find(userId, stays);
    List<Stay> visits = stays.stream().map(places::settled).toList();
    List<TripEntry> joined = trips.stream().map(places::settled).toList();
    Journeys journeys = journeyFinder.find(visits, joined, geocoder);
    return new Settlement(
        visits,
        joined,
        places.all().stream().map(this::addressed).toList(),
        journeys.homePlaceId(),
        journeys.all());
  }

  private Place addressed(Place place) {
    return place.withAddress(geocoder.addressOf(new Coordinate(place.lat(), place.lon())));
  }
}

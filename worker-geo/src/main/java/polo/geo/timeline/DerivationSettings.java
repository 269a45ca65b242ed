package polo.geo.timeline;

import polo.geo.place.PlaceFinder;
import polo.geo.stay.StayDetector;
import polo.geo.track.OutlierRules;
import polo.geo.trip.TripMaker;

/// The algorithms of a derivation; each is a record of its parameters.
public record DerivationSettings(
    OutlierRules outliers, StayDetector stays, TripMaker trips, PlaceFinder places) {

  public static final DerivationSettings DEFAULT =
      new DerivationSettings(
          OutlierRules.DEFAULT, StayDetector.DEFAULT, TripMaker.DEFAULT, PlaceFinder.DEFAULT);
}

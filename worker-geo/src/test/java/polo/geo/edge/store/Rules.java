package polo.geo.edge.store;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import polo.common.document.Address;
import polo.common.document.DerivationVersion;
import polo.common.earth.Coordinate;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Documents;
import polo.geo.journey.JourneyFinder;
import polo.geo.place.PlaceFinder;
import polo.geo.stay.StayDetector;
import polo.geo.timeline.CurrentVersion;
import polo.geo.timeline.DerivationSettings;
import polo.geo.timeline.Settler;
import polo.geo.timeline.TimelineDeriver;

/// Rules a timeline may be derived by: the usual ones, and others that somebody might find better.
enum Rules {
  USUAL(100, 150, 5, 120),
  NARROW_SPOTS(80, 150, 5, 120),
  LONG_STAYS(100, 150, 7, 120),
  SMALL_PLACES(100, 150, 5, 90),
  ALL_OTHERWISE(80, 120, 7, 140);

  private final double radiusMeters;
  private final double driftMeters;
  private final int leastMinutes;
  private final double reachMeters;

  Rules(double radiusMeters, double driftMeters, int leastMinutes, double reachMeters) {
    this.radiusMeters = radiusMeters;
    this.driftMeters = driftMeters;
    this.leastMinutes = leastMinutes;
    this.reachMeters = reachMeters;
  }

  static Rules of(long seed) {
    List<Rules> all = List.of(values());
    return all.get(Math.floorMod(seed, all.size()));
  }

  /// A worker that goes by these rules, as the release of this number does.
  UserTimeline worker(DocumentStore store, int number) {
    TimelineDeriver deriver = new TimelineDeriver(settings());
    Settler settler = new Settler(places(), JourneyFinder.DEFAULT, Rules::addressOf);
    DerivationVersion version =
        new DerivationVersion(number, CurrentVersion.of(deriver, settler).settings());
    return new UserTimeline(new Documents(store), deriver, settler, version);
  }

  private DerivationSettings settings() {
    DerivationSettings usual = DerivationSettings.DEFAULT;
    return new DerivationSettings(usual.outliers(), stays(), usual.trips(), places());
  }

  private StayDetector stays() {
    StayDetector usual = StayDetector.DEFAULT;
    return new StayDetector(
        radiusMeters,
        driftMeters,
        usual.coreMeters(),
        usual.spotMeters(),
        Duration.ofMinutes(leastMinutes),
        usual.excursion(),
        usual.returnWithin(),
        usual.returnMeters(),
        usual.silences(),
        usual.waits());
  }

  private PlaceFinder places() {
    PlaceFinder usual = PlaceFinder.DEFAULT;
    return new PlaceFinder(reachMeters, usual.leastVisits(), usual.leastDwell());
  }

  /// One town for each tenth of a degree: enough for journeys.
  static Address addressOf(Coordinate position) {
    String town = String.format(Locale.ROOT, "Town %.1f", position.latitude());
    return new Address("XX", "Land", null, null, town, town, 10.0, "UTC", "test", "1");
  }
}

package polo.geo.place;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import polo.common.document.Place;
import polo.common.document.Stay;
import polo.common.earth.Coordinate;
import polo.geo.track.LocalPlane;
import polo.geo.track.Precision;

/// The stays within reach of the one that founded it.
final class Cluster {

  private final Stay founder;
  private final List<Stay> visits = new ArrayList<>();

  Cluster(Stay founder) {
    this.founder = founder;
    visits.add(founder);
  }

  void add(Stay stay) {
    visits.add(stay);
  }

  String founderId() {
    return founder.id();
  }

  List<Stay> visits() {
    return visits;
  }

  double metersTo(Stay stay) {
    return Coordinate.metersBetween(founder.lat(), founder.lon(), stay.lat(), stay.lon());
  }

  long dwellMillis() {
    return visits.stream().mapToLong(PlaceFinder::dwellMillis).sum();
  }

  /// As a document with this id.
  Place place(String id) {
    Coordinate centre = centre();
    double radius = 0;
    Instant first = founder.start();
    Instant last = founder.end();
    for (Stay visit : visits) {
      double away = centre.metersTo(new Coordinate(visit.lat(), visit.lon()));
      radius = Math.max(radius, away + visit.radiusMeters());
      first = visit.start().isBefore(first) ? visit.start() : first;
      last = visit.end().isAfter(last) ? visit.end() : last;
    }
    return new Place(
        id,
        Precision.degrees(centre.latitude()),
        Precision.degrees(centre.longitude()),
        Precision.meters(radius),
        visits.size(),
        dwellMillis() / 1000.0,
        first,
        last,
        null,
        List.of());
  }

  /// The mean of the visits by dwell. They come in one order whatever the order of the input, so
  /// the sums are equal to the last bit.
  Coordinate centre() {
    LocalPlane plane = LocalPlane.at(founder.lat(), founder.lon());
    double weight = 0;
    double east = 0;
    double north = 0;
    for (Stay visit : visits) {
      // Never zero, so that a place of momentary stays has a centre too.
      double w = 1 + Math.floorDiv(PlaceFinder.dwellMillis(visit), 1000);
      weight += w;
      east += w * plane.east(visit.lon());
      north += w * plane.north(visit.lat());
    }
    return plane.point(east / weight, north / weight);
  }
}

package polo.testkit.track;

import java.time.Duration;
import java.time.Instant;
import polo.common.document.TravelMode;
import polo.common.earth.Coordinate;
import polo.common.time.TimeSpan;

/// A true movement by one mode.
public record TrueLeg(Spot from, Move move, Instant start, Way way, Timetable timetable)
    implements Passage {

  private static final double CRUISING_ALTITUDE_METERS = 11_000;
  private static final double CLIMB_METERS = 200_000;

  public TravelMode mode() {
    return move.mode();
  }

  public Spot to() {
    return move.to();
  }

  /// Metres along the true way.
  public double distanceMeters() {
    return way.meters();
  }

  @Override
  public TimeSpan span() {
    return new TimeSpan(start, start.plusMillis(Math.round(timetable.seconds() * 1_000)));
  }

  @Override
  public Coordinate positionAt(Instant at) {
    return way.at(metersAt(at));
  }

  /// On the ground even between the ends, with gentle waves; a flight climbs, cruises and descends.
  @Override
  public double altitudeAt(Instant at) {
    double meters = metersAt(at);
    double even =
        from.altitudeMeters() + shareAt(at) * (to().altitudeMeters() - from.altitudeMeters());
    double fromNearerEnd = Math.min(meters, way.meters() - meters);
    if (mode() == TravelMode.FLIGHT) {
      return even + CRUISING_ALTITUDE_METERS * Math.min(1, fromNearerEnd / CLIMB_METERS);
    }
    double wave = Math.min(4, fromNearerEnd / 100);
    return even + wave * Math.sin(meters / 350);
  }

  @Override
  public double speedAt(Instant at) {
    return timetable.mpsAt(secondsAt(at));
  }

  /// True where the phone hears no satellites.
  public boolean inShadowAt(Instant at) {
    double share = shareAt(at);
    return move.shadows().stream().anyMatch(shadow -> shadow.covers(share));
  }

  private double shareAt(Instant at) {
    return way.meters() == 0 ? 1 : metersAt(at) / way.meters();
  }

  private double metersAt(Instant at) {
    return timetable.metersAt(secondsAt(at));
  }

  private double secondsAt(Instant at) {
    return Duration.between(start, at).toNanos() / 1e9;
  }
}

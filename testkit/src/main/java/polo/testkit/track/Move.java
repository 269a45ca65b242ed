package polo.testkit.track;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import polo.common.document.TravelMode;
import polo.common.earth.Coordinate;

/// A leg as it is planned.
///
/// @param via points the way passes
/// @param shadows where the phone hears no satellites
/// @param sparse how often the phone hears anything on this leg; absent: as often as it samples
public record Move(
    TravelMode mode,
    Spot to,
    List<Coordinate> via,
    List<Shadow> shadows,
    @Nullable Duration sparse) {

  public Move {
    via = List.copyOf(via);
    shadows = List.copyOf(shadows);
  }

  /// A metro runs below ground between its end stations, and phones are off in flight.
  public static Move by(TravelMode mode, Spot to) {
    List<Shadow> shadows =
        switch (mode) {
          case SUBWAY -> List.of(new Shadow(0.03, 0.97));
          case FLIGHT -> List.of(new Shadow(0, 1));
          case WALK, RUN, BICYCLE, CAR, BUS, TRAIN, TRAM, FERRY, UNKNOWN -> List.of();
        };
    return new Move(mode, to, List.of(), shadows, null);
  }

  public Move via(double latitude, double longitude) {
    List<Coordinate> longer = new ArrayList<>(via);
    longer.add(new Coordinate(latitude, longitude));
    return new Move(mode, to, longer, shadows, sparse);
  }

  public Move shadow(double fromShare, double toShare) {
    List<Shadow> more = new ArrayList<>(shadows);
    more.add(new Shadow(fromShare, toShare));
    return new Move(mode, to, via, more, sparse);
  }

  /// No shadows, but a fix only this often: the phone at the window of a plane.
  public Move sparse(Duration every) {
    return new Move(mode, to, via, List.of(), every);
  }
}

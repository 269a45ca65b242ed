package polo.testkit.track;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import polo.common.document.TravelMode;

/// How a mode moves: how fast, how briskly it starts and brakes, where it stops (lights, crossings,
/// stations). Near both ends of a way it is in town, between them in the open.
///
/// @param townMeters how far the town reaches from either end
record Pace(double accelerationMps2, double townMeters, Stretch town, Stretch open) {

  /// @param mps cruising speed
  /// @param stopEveryMeters usual distance between stops
  /// @param stopSeconds usual length of a stop
  record Stretch(double mps, double stopEveryMeters, double stopSeconds) {}

  private static final double LOCAL_TRAIN_METERS = 30_000;

  static Pace of(TravelMode mode, double meters) {
    return switch (mode) {
      case WALK -> everywhere(0.6, new Stretch(1.35, 400, 12));
      case RUN -> everywhere(0.8, new Stretch(2.9, 800, 10));
      case BICYCLE -> everywhere(0.6, new Stretch(4.9, 700, 18));
      case CAR, UNKNOWN ->
          new Pace(1.4, 3_000, new Stretch(12.5, 550, 25), new Stretch(29, 12_000, 4));
      case BUS -> everywhere(1.0, new Stretch(11, 420, 22));
      case TRAM -> everywhere(0.9, new Stretch(11, 500, 22));
      case SUBWAY -> everywhere(1.0, new Stretch(18, 1_000, 28));
      case FERRY -> everywhere(0.1, new Stretch(9, 1e9, 0));
      case TRAIN ->
          meters < LOCAL_TRAIN_METERS
              ? everywhere(0.6, new Stretch(23, 2_400, 40))
              : new Pace(0.5, 5_000, new Stretch(24, 4_000, 60), new Stretch(37, 25_000, 70));
      case FLIGHT -> everywhere(0.45, new Stretch(250, 1e9, 0));
    };
  }

  private static Pace everywhere(double acceleration, Stretch stretch) {
    return new Pace(acceleration, 0, stretch, stretch);
  }

  /// Travels `meters` from stop to stop.
  Timetable travel(double meters, RandomGenerator random) {
    List<Timetable.Hop> hops = new ArrayList<>();
    double seconds = 0;
    double done = 0;
    while (done < meters) {
      boolean inTown = done < townMeters || meters - done <= townMeters;
      Stretch stretch = inTown ? town : open;
      // No hop in the open runs into town at full speed, and none ends just before the end.
      double left = inTown ? meters - done : meters - townMeters - done;
      double wished = stretch.stopEveryMeters * between(0.5, 1.5, random);
      double length = left - wished < stretch.stopEveryMeters / 4 ? left : wished;
      double mps = stretch.mps * between(0.88, 1.12, random);
      Timetable.Hop hop = new Timetable.Hop(seconds, done, length, mps, accelerationMps2);
      hops.add(hop);
      done += length;
      seconds += hop.seconds() + stretch.stopSeconds * between(0.3, 1.7, random);
    }
    return new Timetable(hops);
  }

  private static double between(double low, double high, RandomGenerator random) {
    return low + (high - low) * random.nextDouble();
  }
}

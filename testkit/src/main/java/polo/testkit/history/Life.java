package polo.testkit.history;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import polo.common.earth.Coordinate;
import polo.testkit.Seeds;
import polo.testkit.track.Shift;

/// One user's years, day by day.
final class Life {

  private static final int HAUNTS = 6;
  private static final double HAUNT_METERS = 6_000;
  private static final int DAYS_BETWEEN_TRAVELS = 45;
  private static final int DAYS_OF_TRAVEL = 6;
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private final SyntheticHistory history;
  private final SplittableRandom random;
  private final Recorder recorder;
  private final City homeCity;
  private final Coordinate[] home;

  private City city;
  // Where the user is at home in this city, works or sleeps first, then the haunts.
  private Coordinate[] spots;

  Life(SyntheticHistory history, int user, Consumer<HistoryFix> eye) {
    this.history = history;
    this.random = new SplittableRandom(Seeds.mix(history.seed() * 1_000_003 + user));
    this.homeCity = City.any(random);
    this.home = spotsIn(homeCity);
    this.city = homeCity;
    this.spots = home;
    this.recorder =
        new Recorder(history.fixesPerUser(), SyntheticHistory.userId(user), random, eye);
    recorder.arrive(history.start().toEpochMilli(), home[0], city.altitudeMeters());
  }

  void live() {
    long midnight = history.start().toEpochMilli();
    for (int day = 0; day < history.days() && !recorder.full(); day++) {
      int ofTravel = day % DAYS_BETWEEN_TRAVELS - (DAYS_BETWEEN_TRAVELS - DAYS_OF_TRAVEL);
      if (ofTravel == 0) {
        flyTo(anotherCity(), midnight);
      } else if (ofTravel > 0) {
        sightseeing(midnight);
      } else if (!city.equals(homeCity)) {
        flyTo(homeCity, midnight);
      } else if (day % 7 < 5) {
        workday(midnight);
      } else {
        freeDay(midnight);
      }
      midnight += DAY;
    }
  }

  private void workday(long midnight) {
    stayUntil(midnight, 8.3);
    recorder.moveTo(spots[1]);
    stayUntil(midnight, 12.3);
    recorder.moveTo(spots[2]);
    stayUntil(midnight, 13.1);
    recorder.moveTo(spots[1]);
    stayUntil(midnight, 17.4);
    if (random.nextInt(3) == 0) {
      recorder.moveTo(haunt());
      stayFor(70);
    }
    recorder.moveTo(spots[0]);
  }

  private void freeDay(long midnight) {
    stayUntil(midnight, 10.5);
    recorder.moveTo(haunt());
    stayFor(90);
    recorder.moveTo(haunt());
    stayFor(60);
    recorder.moveTo(spots[0]);
  }

  private void sightseeing(long midnight) {
    stayUntil(midnight, 9.5);
    for (int i = 0; i < 4; i++) {
      recorder.moveTo(haunt());
      stayFor(80);
    }
    recorder.moveTo(spots[0]);
  }

  // With the phone off; the airports are left out.
  private void flyTo(City destination, long midnight) {
    stayUntil(midnight, 10);
    double meters = spots[0].metersTo(destination.center());
    long landed = recorder.now() + 3 * HOUR + (long) (meters / 230 * 1_000);
    city = destination;
    spots = destination.equals(homeCity) ? home : spotsIn(destination);
    recorder.arrive(landed, spots[0], destination.altitudeMeters());
  }

  private City anotherCity() {
    City another = City.any(random);
    return another.equals(homeCity) ? anotherCity() : another;
  }

  private Coordinate haunt() {
    return spots[2 + random.nextInt(HAUNTS)];
  }

  private Coordinate[] spotsIn(City where) {
    Coordinate[] found = new Coordinate[2 + HAUNTS];
    for (int i = 0; i < found.length; i++) {
      double bearing = random.nextDouble() * 360;
      found[i] =
          Shift.towards(bearing, HAUNT_METERS * Math.sqrt(random.nextDouble()))
              .from(where.center());
    }
    return found;
  }

  // Local time by the city's usual offset, a quarter of an hour sooner or later.
  private void stayUntil(long midnight, double hour) {
    double late = (random.nextDouble() - 0.5) / 2;
    recorder.stayUntil(midnight + (long) ((hour + late - city.hoursAheadOfUtc()) * HOUR));
  }

  private void stayFor(int minutes) {
    recorder.stayUntil(recorder.now() + (long) (minutes * (0.6 + random.nextDouble()) * MINUTE));
  }
}

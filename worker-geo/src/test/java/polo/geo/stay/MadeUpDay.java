package polo.geo.stay;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import polo.common.earth.Coordinate;
import polo.testkit.Seeds;
import polo.testkit.track.Itinerary;
import polo.testkit.track.Shift;
import polo.testkit.track.Spot;

/// A day between home, work, shops and friends: where they are and for how long is chance, in which
/// order is not. With two waits for a bus or train, and stays from twelve minutes to a night.
final class MadeUpDay {

  private static final Instant MIDNIGHT = Instant.parse("2026-05-04T00:00:00Z");

  private final Random chance;

  private MadeUpDay(long seed) {
    this.chance = Seeds.random(seed, "a day");
  }

  /// @param nearestMeters how far apart the nearest spots are at least, as the crow flies
  static Itinerary of(long seed, double nearestMeters) {
    return new MadeUpDay(seed).plan(nearestMeters);
  }

  private Itinerary plan(double nearest) {
    Spot home = Spot.of("home", 37.4 + chance.nextDouble(), -122.2, 10);
    Spot busStop = near("bus stop", home, 350, 900);
    Spot office = near("office", busStop, 4_000, 9_000);
    Spot canteen = near("canteen", office, nearest, nearest + 400);
    Spot shop = near("shop", office, 1_500, 4_000);
    Spot station = near("station", home, 900, 2_000);
    Spot friends = near("friends", station, 8_000, 25_000);
    Spot bakery = near("bakery", home, nearest, nearest + 700);
    return Itinerary.from(home, MIDNIGHT)
        .stayFor(minutes(360, 420))
        .walk(bakery)
        .stayFor(minutes(12, 20))
        .walk(home)
        .stayFor(minutes(20, 40))
        .walk(busStop)
        .stayFor(minutes(4, 9))
        .bus(office)
        .stayFor(minutes(150, 210))
        .walk(canteen)
        .stayFor(minutes(20, 40))
        .walk(office)
        .stayFor(minutes(120, 180))
        .bicycle(shop)
        .stayFor(minutes(12, 30))
        .bicycle(home)
        .stayFor(minutes(40, 80))
        .walk(station)
        .stayFor(minutes(5, 9))
        .train(friends)
        .stayFor(minutes(90, 150))
        .car(home)
        .stayFor(minutes(60, 120))
        .walk(bakery);
  }

  private Spot near(String name, Spot from, double least, double most) {
    double meters = least + (most - least) * chance.nextDouble();
    Shift way = Shift.towards(360 * chance.nextDouble(), meters);
    Coordinate where = way.from(from.position());
    return new Spot(name, where, 10);
  }

  private Duration minutes(int least, int most) {
    return Duration.ofSeconds(chance.nextLong(60L * least, 60L * most));
  }
}

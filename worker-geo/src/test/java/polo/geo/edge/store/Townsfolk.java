package polo.geo.edge.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import polo.common.earth.Fix;
import polo.geo.track.LocalPlane;
import polo.testkit.Seeds;
import polo.testkit.track.Itinerary;
import polo.testkit.track.Noise;
import polo.testkit.track.Phone;
import polo.testkit.track.Sampling;
import polo.testkit.track.Spot;
import polo.testkit.track.SyntheticTrack;

/// Made-up people whose lives are hard on rules: errands of four to nine minutes, shops next door
/// to each other, phones that sleep or tremble between houses, now and then some days in another
/// town.
final class Townsfolk {

  private static final Instant START = Instant.parse("2026-01-12T19:00:00Z");
  private static final int HAUNTS = 12;

  private final Random chance;
  private final Spot home;
  private final List<Spot> haunts;
  private Itinerary life;

  private Townsfolk(long seed) {
    this.chance = Seeds.random(seed, "townsfolk");
    this.home =
        Spot.of("home", -40 + 80 * chance.nextDouble(), -170 + 340 * chance.nextDouble(), 20);
    this.haunts = haunts(home);
    this.life = Itinerary.from(home, START);
  }

  /// The fixes of so many days.
  static List<Fix> of(long seed, int days) {
    Townsfolk one = new Townsfolk(seed);
    for (int day = 0; day < days; day++) {
      one.night();
      one.day(day % 9 == 8);
    }
    return SyntheticTrack.of(one.life, one.phone(), seed).fixes();
  }

  private Phone phone() {
    Noise noise = chance.nextBoolean() ? Noise.URBAN : Noise.USUAL;
    Sampling sampling =
        switch (chance.nextInt(3)) {
          case 0 -> Sampling.alwaysOn(Duration.ofSeconds(90));
          case 1 -> Sampling.geofenced(Duration.ofSeconds(30));
          default -> Sampling.heartbeat(Duration.ofSeconds(30), Duration.ofMinutes(15));
        };
    return Phone.with(sampling, noise);
  }

  private void night() {
    life = life.stayFor(Duration.ofMinutes(chance.nextInt(500, 700)));
  }

  private void day(boolean away) {
    if (away) {
      Spot town = near(home, "away", 150_000);
      life = life.train(town);
      night();
      errands(haunts(town));
      night();
      life = life.train(home);
    } else {
      errands(haunts);
      life = life.car(home);
    }
  }

  private void errands(List<Spot> spots) {
    for (int i = chance.nextInt(2, 7); i > 0; i--) {
      Spot next = spots.get(chance.nextInt(spots.size()));
      life = chance.nextInt(3) == 0 ? life.walk(next) : life.car(next);
      int minutes = chance.nextBoolean() ? chance.nextInt(4, 10) : chance.nextInt(10, 200);
      life = life.stayFor(Duration.ofMinutes(minutes));
      if (chance.nextInt(3) == 0) {
        life = life.walk(near(next, "next door", 160)).stayFor(Duration.ofMinutes(minutes));
      }
    }
  }

  private List<Spot> haunts(Spot around) {
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < HAUNTS; i++) {
      spots.add(near(around, "haunt " + i, 4_000));
    }
    return spots;
  }

  private Spot near(Spot spot, String name, double mostMeters) {
    LocalPlane plane = LocalPlane.at(spot.position().latitude(), spot.position().longitude());
    double angle = 2 * Math.PI * chance.nextDouble();
    double meters = mostMeters * (0.4 + 0.6 * chance.nextDouble());
    return new Spot(name, plane.point(meters * Math.sin(angle), meters * Math.cos(angle)), 20);
  }
}

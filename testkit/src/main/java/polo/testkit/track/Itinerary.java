package polo.testkit.track;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import polo.common.document.TravelMode;
import polo.common.earth.Coordinate;
import polo.common.time.TimeSpan;
import polo.testkit.Seeds;

/// A plan of stays and moves, written as one sentence:
///
/// ```java
/// Truth truth =
///     Itinerary.from(HOME, Instant.parse("2026-05-04T05:00:00Z"))
///         .stayFor(Duration.ofHours(3))
///         .walk(STATION)
///         .stayFor(Duration.ofMinutes(6))
///         .train(AIRPORT)
///         .stayUntil(Instant.parse("2026-05-04T12:00:00Z"))
///         .travel(seed);
/// ```
public record Itinerary(Spot origin, Instant start, List<Step> steps) {

  /// One part of the plan.
  public sealed interface Step {}

  record StayFor(Duration duration) implements Step {}

  record StayUntil(Instant end) implements Step {}

  record Go(Move move) implements Step {}

  public Itinerary {
    steps = List.copyOf(steps);
  }

  public static Itinerary from(Spot origin, Instant start) {
    return new Itinerary(origin, start, List.of());
  }

  public Itinerary stayFor(Duration duration) {
    return then(new StayFor(duration));
  }

  public Itinerary stayUntil(Instant end) {
    return then(new StayUntil(end));
  }

  public Itinerary walk(Spot to) {
    return go(Move.by(TravelMode.WALK, to));
  }

  public Itinerary bicycle(Spot to) {
    return go(Move.by(TravelMode.BICYCLE, to));
  }

  public Itinerary car(Spot to) {
    return go(Move.by(TravelMode.CAR, to));
  }

  public Itinerary bus(Spot to) {
    return go(Move.by(TravelMode.BUS, to));
  }

  public Itinerary train(Spot to) {
    return go(Move.by(TravelMode.TRAIN, to));
  }

  public Itinerary subway(Spot to) {
    return go(Move.by(TravelMode.SUBWAY, to));
  }

  public Itinerary fly(Spot to) {
    return go(Move.by(TravelMode.FLIGHT, to));
  }

  public Itinerary go(Move move) {
    return then(new Go(move));
  }

  /// Lives the plan. The same seed gives the same truth; a way between two spots is the same on
  /// every day and in both directions, its lights and waits are not. Throws
  /// `IllegalArgumentException` when a stay would end before it starts.
  public Truth travel(long seed) {
    List<Passage> passages = new ArrayList<>();
    Spot here = origin;
    Instant now = start;
    for (Step step : steps) {
      Passage passage =
          switch (step) {
            case StayFor(Duration duration) ->
                new TrueStay(here, new TimeSpan(now, now.plus(duration)));
            case StayUntil(Instant end) -> new TrueStay(here, new TimeSpan(now, end));
            case Go(Move move) -> leg(here, move, now, seed);
          };
      passages.add(passage);
      now = passage.span().end();
      here = step instanceof Go(Move move) ? move.to() : here;
    }
    return new Truth(passages);
  }

  private static TrueLeg leg(Spot from, Move move, Instant start, long seed) {
    Way way = way(from, move, seed);
    Timetable timetable =
        Pace.of(move.mode(), way.meters())
            .travel(way.meters(), Seeds.random(seed, "lights", start.toEpochMilli()));
    return new TrueLeg(from, move, start, way, timetable);
  }

  private static Way way(Spot from, Move move, long seed) {
    List<Coordinate> stops = new ArrayList<>();
    stops.add(from.position());
    stops.addAll(move.via());
    stops.add(move.to().position());
    boolean back = WEST_FIRST.compare(from.position(), move.to().position()) > 0;
    List<Coordinate> forth = back ? stops.reversed() : stops;
    // Of plain numbers: what a record's hash is, the language leaves open.
    List<Double> numbers =
        forth.stream().flatMap(stop -> Stream.of(stop.latitude(), stop.longitude())).toList();
    Way laid =
        Roads.lay(move.mode(), forth, Seeds.random(seed, "way", numbers, move.mode().name()));
    return back ? new Way(laid.points().reversed()) : laid;
  }

  private static final Comparator<Coordinate> WEST_FIRST =
      Comparator.comparingDouble(Coordinate::longitude).thenComparingDouble(Coordinate::latitude);

  private Itinerary then(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Itinerary(origin, start, longer);
  }
}

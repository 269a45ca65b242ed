package polo.geo.trip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import polo.common.document.Leg;
import polo.common.document.LegEvidence;
import polo.common.document.TravelMode;
import polo.common.earth.Coordinate;
import polo.common.earth.Polyline;
import polo.geo.track.Precision;

/// Makes the legs of a trip: cuts its way into parts and tells the mode of each.
///
/// @param gaits where the gait changes
/// @param leastWalkMeters a walk at an end of the way that gets less far is none
/// @param modes which mode a part was gone in
/// @param unseen what is told of a way without a fix on it
/// @param toleranceMeters by which a polyline may miss the smoothed way
public record LegMaker(
    GaitRules gaits,
    double leastWalkMeters,
    LegModes modes,
    UnseenRules unseen,
    double toleranceMeters) {

  public static final LegMaker DEFAULT =
      new LegMaker(GaitRules.DEFAULT, 40, LegModes.DEFAULT, UnseenRules.DEFAULT, 10);

  List<Leg> legs(Movement movement, SmoothPath path) {
    List<Part> parts = new Parting(gaits, leastWalkMeters).parts(movement, path);
    if (parts.isEmpty() || path.size() == 2) {
      return List.of(unseen(movement, path));
    }
    List<Manner> manners = parts.stream().map(part -> Manner.of(part.slices())).toList();
    double[][] posterior = modes.posterior(parts, manners);
    List<Leg> legs = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Leg leg = leg(parts.get(i), manners.get(i), Verdict.of(posterior[i]));
      if (!legs.isEmpty() && isOneLeg(legs.getLast(), leg)) {
        leg = joined(legs.removeLast(), leg);
      }
      legs.add(leg);
    }
    return legs;
  }

  /// Who waits and goes on by foot, bicycle or car has only paused. Buses and trains one changes.
  private static boolean isOneLeg(Leg before, Leg after) {
    return before.mode() == after.mode()
        && switch (after.mode()) {
          case WALK, RUN, BICYCLE, CAR -> true;
          case BUS, TRAIN, SUBWAY, TRAM, FERRY, FLIGHT, UNKNOWN -> false;
        };
  }

  private static Leg joined(Leg before, Leg after) {
    Leg longer = before.distanceMeters() >= after.distanceMeters() ? before : after;
    List<Coordinate> line = new ArrayList<>(Polyline.decode(before.polyline()));
    line.addAll(Polyline.decode(after.polyline()));
    return new Leg(
        before.start(),
        after.end(),
        longer.mode(),
        longer.confidence(),
        Precision.meters(before.distanceMeters() + after.distanceMeters()),
        Polyline.encode(line),
        false,
        longer.evidence());
  }

  /// The two likeliest modes.
  private record Verdict(TravelMode mode, double probability, TravelMode next, double nextOnes) {

    static Verdict of(double[] posterior) {
      int best = 0;
      int second = 1;
      for (int i = 1; i < posterior.length; i++) {
        if (posterior[i] > posterior[best]) {
          second = best;
          best = i;
        } else if (i != best && (second == best || posterior[i] > posterior[second])) {
          second = i;
        }
      }
      return new Verdict(
          LegModes.MODES.get(best), posterior[best], LegModes.MODES.get(second), posterior[second]);
    }
  }

  private Leg leg(Part part, Manner manner, Verdict verdict) {
    SmoothPath path = part.slices().path();
    return new Leg(
        Instant.ofEpochMilli(part.startMillis()),
        Instant.ofEpochMilli(part.endMillis()),
        verdict.mode(),
        Precision.confidence(verdict.probability() * part.certainty()),
        Precision.meters(path.meters(part.firstStep(), part.lastStep())),
        polyline(path, part.firstStep(), part.lastStep()),
        part.isUnseen(),
        evidence(manner, verdict, Hints.of(part)));
  }

  private static LegEvidence evidence(Manner manner, Verdict verdict, Hints hints) {
    boolean doubted = verdict.nextOnes() >= 0.005;
    return new LegEvidence(
        Precision.mps(manner.medianMps()),
        Precision.mps(manner.p95Mps()),
        Precision.mps(manner.stopsPerKm()),
        Double.isNaN(manner.turnPerKm()) ? null : Precision.meters(manner.turnPerKm()),
        doubted ? verdict.next() : null,
        Precision.confidence(verdict.nextOnes()),
        hints.isEmpty() ? null : hints.most().name().toLowerCase(Locale.ROOT),
        hints.isEmpty() ? null : Precision.confidence(hints.share(hints.most())));
  }

  private Leg unseen(Movement movement, SmoothPath path) {
    double meters = path.meters();
    double seconds = (movement.endMillis() - movement.startMillis()) / 1000.0;
    UnseenRules.Verdict verdict = unseen.verdict(meters, seconds);
    return new Leg(
        Instant.ofEpochMilli(movement.startMillis()),
        Instant.ofEpochMilli(movement.endMillis()),
        verdict.mode(),
        Precision.confidence(verdict.confidence()),
        Precision.meters(meters),
        polyline(path, 0, path.size() - 1),
        true,
        null);
  }

  private String polyline(SmoothPath path, int first, int last) {
    return Polyline.encode(new Simplifier(toleranceMeters).simplified(path, first, last));
  }
}

package polo.geo.timeline;

import static polo.geo.timeline.Wording.decimal;
import static polo.geo.timeline.Wording.share;
import static polo.geo.timeline.Wording.speed;
import static polo.geo.timeline.Wording.time;
import static polo.geo.timeline.Wording.way;
import static polo.geo.timeline.Wording.whole;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import polo.common.document.Leg;
import polo.common.document.LegEvidence;
import polo.common.document.Trip;
import polo.geo.stay.Finding.Lost;
import polo.geo.stay.Halt;
import polo.geo.stay.Stretch;
import polo.geo.stay.Visit;
import polo.geo.timeline.Explanation.Kind;
import polo.geo.track.Flagger;
import polo.geo.track.Track;

/// Explains a timeline by reading the track once more, the same way, and looking at what decided.
/// So deriving pays nothing for it; explaining costs about as much as deriving. Places and journeys
/// are explained by [SettlementExplainer].
public record Explainer(DerivationSettings settings) {

  /// Every stay, trip, leg, wait and gap of the track, stretch by stretch.
  public List<Explanation> explain(Track track) {
    List<Explanation> all = new ArrayList<>();
    Segmenter segmenter = new Segmenter(settings);
    int from = track.size() == 0 ? -1 : 0;
    while (from >= 0) {
      Flagger flags = settings.outliers().flagger(track, from);
      Stretch stretch = settings.stays().read(flags);
      if (stretch.visit() != null) {
        all.add(stay(stretch.visit(), flags));
      }
      segmenter
          .trip(stretch, flags)
          .ifPresent(trip -> {
            all.add(trip(trip, flags));
            trip.legs().forEach(leg -> all.add(leg(leg, flags)));
          });
      stretch.halts().forEach(halt -> all.add(wait(halt, flags)));
      if (stretch.onward() instanceof Lost lost) {
        all.add(gap(lost, flags));
      }
      from = stretch.onward().restart(track);
    }
    return all;
  }

  private static Explanation stay(Visit visit, Flagger flags) {
    Track track = flags.track();
    int next = flags.nextGood(visit.last() + 1);
    double away = next < 0 ? 0 : track.metersBetween(visit.last(), next);
    Rule rule = rule(visit, track);
    return new Explanation(
        Kind.STAY,
        Instant.ofEpochMilli(visit.startMillis()),
        rule,
        because(visit, rule, away),
        Evidence.of(flags, visit.first(), visit.endMillis()),
        visit.silentMillis() / 1000.0,
        rule == Rule.REST_BEFORE_SILENCE ? away : 0);
  }

  private static String because(Visit visit, Rule rule, double away) {
    String stayed = time(visit.endMillis() - visit.startMillis());
    String silent = time(visit.silentMillis());
    return switch (rule) {
      case REST_AFTER_SILENCE ->
          "moving when it fell silent, at rest when heard again; silent for " + silent;
      case REST_BEFORE_SILENCE ->
          "fell silent here, and was heard again only %s away; silent for %s"
              .formatted(way(away), silent);
      case BRIDGED_SILENCE ->
          "heard at one spot before and after; silent for %s of %s".formatted(silent, stayed);
      case DWELL -> "%d fixes kept to one spot for %s".formatted(visit.fixes(), stayed);
      case SEEN_MOVING,
          MOVED_IN_SILENCE,
          MODE_BY_MANNER,
          MODE_UNSEEN,
          WAIT,
          TOO_FAR_TOO_SOON,
          LONG_SILENCE,
          PINNED,
          VISITED_OFTEN,
          DWELT_LONG,
          FAR_AWAY,
          NIGHT_AWAY ->
          throw new IllegalStateException("no rule of stays: " + rule);
    };
  }

  private static Rule rule(Visit visit, Track track) {
    if (visit.startMillis() < track.millis(visit.first())) {
      return Rule.REST_AFTER_SILENCE;
    }
    if (visit.certainty() < 1) {
      return Rule.REST_BEFORE_SILENCE;
    }
    return visit.silentMillis() > 0 ? Rule.BRIDGED_SILENCE : Rule.DWELL;
  }

  private static Explanation trip(Trip trip, Flagger flags) {
    Evidence evidence = Evidence.of(flags, firstAt(trip.start(), flags), trip.end().toEpochMilli());
    String made =
        "%s in %s"
            .formatted(
                way(trip.distanceMeters()),
                time(Duration.between(trip.start(), trip.end()).toMillis()));
    return new Explanation(
        Kind.TRIP,
        trip.start(),
        trip.inferred() ? Rule.MOVED_IN_SILENCE : Rule.SEEN_MOVING,
        trip.inferred()
            ? "no fix on the way, but %s can be travelled".formatted(made)
            : "%d fixes tell of %s".formatted(evidence.fixes(), made),
        evidence,
        trip.inferred() ? trip.durationSeconds() : 0,
        trip.inferred() ? trip.distanceMeters() : 0);
  }

  private static Explanation leg(Leg leg, Flagger flags) {
    double seconds = Duration.between(leg.start(), leg.end()).toMillis() / 1000.0;
    return new Explanation(
        Kind.LEG,
        leg.start(),
        leg.evidence() == null ? Rule.MODE_UNSEEN : Rule.MODE_BY_MANNER,
        leg.evidence() == null
            ? "no fix on the way; what usually goes %s in %s"
                .formatted(way(leg.distanceMeters()), time(Math.round(1000 * seconds)))
            : manner(leg.evidence()),
        Evidence.of(flags, firstAt(leg.start(), flags), leg.end().toEpochMilli()),
        leg.inferred() ? seconds : 0,
        leg.inferred() ? leg.distanceMeters() : 0);
  }

  private static String manner(LegEvidence seen) {
    String turns =
        seen.turnDegreesPerKm() == null
            ? ""
            : " and %s° of turning".formatted(whole(seen.turnDegreesPerKm()));
    String next =
        seen.runnerUp() == null
            ? ""
            : "; next likely: %s (%s)"
                .formatted(
                    seen.runnerUp().name().toLowerCase(Locale.ROOT),
                    share(seen.runnerUpConfidence()));
    String hint =
        seen.hint() == null || seen.hintShare() == null
            ? ""
            : "; the phone said %s (%s)"
                .formatted(seen.hint().replace('_', ' '), share(seen.hintShare()));
    return "in motion at %s, seldom over %s; a km has %s stops%s%s%s"
        .formatted(
            speed(seen.medianSpeedMps()),
            speed(seen.p95SpeedMps()),
            decimal(seen.stopsPerKm()),
            turns,
            hint,
            next);
  }

  private Explanation wait(Halt halt, Flagger flags) {
    long millis = halt.endMillis() - halt.startMillis();
    boolean isShort = millis < settings.stays().minStay().toMillis();
    return new Explanation(
        Kind.WAIT,
        Instant.ofEpochMilli(halt.startMillis()),
        Rule.WAIT,
        halt.isUnheard()
            ? "on foot when last heard, riding when heard again: waited for " + time(millis)
            : "kept to one spot for %s%s".formatted(time(millis), isShort ? "" : ", then rode on"),
        Evidence.of(flags, halt.first(), halt.endMillis()),
        0,
        0);
  }

  private Explanation gap(Lost lost, Flagger flags) {
    Track track = flags.track();
    double meters = track.metersBetween(lost.last(), lost.next());
    long millis = track.millis(lost.next()) - track.millis(lost.last());
    boolean isFast = settings.stays().silences().isImpossible(meters, millis);
    return new Explanation(
        Kind.GAP,
        track.at(lost.last()),
        isFast ? Rule.TOO_FAR_TOO_SOON : Rule.LONG_SILENCE,
        isFast
            ? "%s in %s: nobody travels like that".formatted(way(meters), time(millis))
            : "silent for %s, then heard %s away".formatted(time(millis), way(meters)),
        Evidence.of(flags, lost.last(), track.millis(lost.next())),
        millis / 1000.0,
        meters);
  }

  private static int firstAt(Instant start, Flagger flags) {
    int fix = flags.from();
    while (fix < flags.track().size() && flags.track().at(fix).isBefore(start)) {
      fix++;
    }
    return fix;
  }
}

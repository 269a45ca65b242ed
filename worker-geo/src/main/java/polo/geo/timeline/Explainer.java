package polo.geo.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import polo.common.document.Trip;
import polo.geo.stay.Finding.Lost;
import polo.geo.stay.Halt;
import polo.geo.stay.Stretch;
import polo.geo.stay.Visit;
import polo.geo.timeline.Explanation.Kind;
import polo.geo.track.Flagger;
import polo.geo.track.Track;

/// Explains a timeline by reading the track once more, the same way, and looking at what decided.
/// So deriving pays nothing for it; explaining costs about as much as deriving.
public record Explainer(DerivationSettings settings) {

  /// Every stay, trip, wait and gap of the track, stretch by stretch.
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
      segmenter.trip(stretch, flags).ifPresent(trip -> all.add(trip(trip, flags)));
      stretch.halts().forEach(halt -> all.add(wait(halt, flags)));
      if (stretch.onward() instanceof Lost lost) {
        all.add(gap(lost, flags));
      }
      from = Segmenter.next(stretch.onward(), track);
    }
    return all;
  }

  private static Explanation stay(Visit visit, Flagger flags) {
    Track track = flags.track();
    int next = flags.nextGood(visit.last() + 1);
    double away = next < 0 ? 0 : track.metersBetween(visit.last(), next);
    String stayed = time(visit.endMillis() - visit.startMillis());
    String silent = time(visit.silentMillis());
    Rule rule = rule(visit, track);
    String because =
        switch (rule) {
          case REST_AFTER_SILENCE ->
              "moving when it fell silent, at rest when heard again; silent for " + silent;
          case REST_BEFORE_SILENCE ->
              "fell silent here, and was heard again only %s away; silent for %s"
                  .formatted(way(away), silent);
          case BRIDGED_SILENCE ->
              "heard at one spot before and after; silent for %s of %s".formatted(silent, stayed);
          case DWELL -> "%d fixes kept to one spot for %s".formatted(visit.fixes(), stayed);
          case SEEN_MOVING, MOVED_IN_SILENCE, WAIT, TOO_FAR_TOO_SOON, LONG_SILENCE ->
              throw new IllegalStateException("no rule of stays: " + rule);
        };
    return new Explanation(
        Kind.STAY,
        Instant.ofEpochMilli(visit.startMillis()),
        rule,
        because,
        Evidence.of(flags, visit.first(), visit.endMillis()),
        visit.silentMillis() / 1000.0,
        rule == Rule.REST_BEFORE_SILENCE ? away : 0);
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

  private Explanation wait(Halt halt, Flagger flags) {
    long millis = halt.endMillis() - halt.startMillis();
    boolean isShort = millis < settings.stays().minStay().toMillis();
    return new Explanation(
        Kind.WAIT,
        Instant.ofEpochMilli(halt.startMillis()),
        Rule.WAIT,
        "kept to one spot for %s%s".formatted(time(millis), isShort ? "" : ", then rode on"),
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

  private static String way(double meters) {
    return meters < 1000
        ? String.format(Locale.ROOT, "%.0f m", meters)
        : String.format(Locale.ROOT, "%.1f km", meters / 1000);
  }

  private static String time(long millis) {
    long minutes = Math.round(millis / 60_000.0);
    return minutes < 60 ? minutes + " min" : "%d:%02d h".formatted(minutes / 60, minutes % 60);
  }
}

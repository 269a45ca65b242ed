package polo.geo.timeline;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import polo.common.earth.Fix;
import polo.geo.track.DeviceFix;
import polo.geo.track.Track;

/// A user's timeline kept up to date upload by upload, in memory: merge, derive the changed part
/// anew, put it in place.
final class LiveTimeline implements UserFixes {

  static final String USER = "ada";

  private record Moment(Instant at, String device) {}

  private final NavigableMap<Moment, DeviceFix> fixes =
      new TreeMap<>(comparing(Moment::at).thenComparing(Moment::device));
  private Timeline timeline = Timeline.EMPTY;
  private int fixesRead;

  void upload(Collection<DeviceFix> batch) {
    List<Instant> changed = batch.stream().filter(this::merges).map(f -> f.fix().at()).toList();
    if (!changed.isEmpty()) {
      derive(
          new Change(
              changed.stream().min(Instant::compareTo).orElseThrow(),
              changed.stream().max(Instant::compareTo).orElseThrow()));
    }
  }

  /// Derives anew what a change touches.
  void derive(Change change) {
    Rederivation news = TimelineDeriver.DEFAULT.rederive(this, change, timeline.checkpoints());
    timeline = timeline.with(USER, news, DerivationSettings.DEFAULT.places());
  }

  Timeline timeline() {
    return timeline;
  }

  /// The same fixes derived at once.
  Timeline derivedAtOnce() {
    return TimelineDeriver.DEFAULT.derive(Track.of(USER, fixes.values()));
  }

  /// How many fixes were taken from the record since the last call.
  int fixesRead() {
    int read = fixesRead;
    fixesRead = 0;
    return read;
  }

  @Override
  public String userId() {
    return USER;
  }

  @Override
  public Iterator<DeviceFix> from(Instant start) {
    return fixes.tailMap(new Moment(start, ""), true).values().stream()
        .peek(_ -> fixesRead++)
        .iterator();
  }

  /// True when the fix is news.
  private boolean merges(DeviceFix sighting) {
    Moment moment = new Moment(sighting.fix().at(), sighting.deviceId());
    DeviceFix known = fixes.get(moment);
    if (known != null && !isPreferred(sighting.fix(), known.fix())) {
      return false;
    }
    fixes.put(moment, sighting);
    return true;
  }

  private static boolean isPreferred(Fix one, Fix other) {
    return Fix.PREFERENCE.compare(one, other) < 0;
  }
}

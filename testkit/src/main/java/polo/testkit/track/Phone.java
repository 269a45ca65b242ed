package polo.testkit.track;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import polo.common.earth.Fix;
import polo.common.time.TimeSpan;
import polo.testkit.Seeds;

/// A device that is carried along and records where it believes to be.
///
/// @param off when it is switched off
public record Phone(Sampling sampling, Noise noise, List<TimeSpan> off) {

  public Phone {
    off = List.copyOf(off);
  }

  public static Phone with(Sampling sampling, Noise noise) {
    return new Phone(sampling, noise, List.of());
  }

  public static Phone alwaysOn(Duration every) {
    return with(Sampling.alwaysOn(every), Noise.USUAL);
  }

  public static Phone geofenced(Duration every) {
    return with(Sampling.geofenced(every), Noise.USUAL);
  }

  /// Records nothing in `dark`.
  public Phone off(TimeSpan dark) {
    List<TimeSpan> more = new ArrayList<>(off);
    more.add(dark);
    return new Phone(sampling, noise, more);
  }

  /// Records nothing outside `span`.
  public Phone onlyIn(TimeSpan span) {
    return off(new TimeSpan(Instant.EPOCH, span.start()))
        .off(new TimeSpan(span.end(), span.end().plus(Duration.ofDays(36_500))));
  }

  /// Carries the phone through `truth`. The same seed gives the same fixes.
  public SyntheticTrack record(Truth truth, long seed) {
    Random random = Seeds.random(seed, "phone");
    Sky sky = new Sky(noise, random);
    Wakefulness wakefulness = new Wakefulness(sampling, random);
    List<Fix> fixes = new ArrayList<>();
    Instant end = truth.span().end();
    Instant now = truth.span().start();
    while (now.isBefore(end)) {
      Passage passage = truth.passageAt(now);
      Wakefulness.Look look = wakefulness.lookAt(passage, now);
      if (look.asks() && receives(passage, now)) {
        fixes.add(sky.fix(passage, now));
      }
      now = look.next();
    }
    return new SyntheticTrack(fixes, truth, sky.lies());
  }

  private boolean receives(Passage passage, Instant at) {
    boolean shadowed = passage instanceof TrueLeg leg && leg.inShadowAt(at);
    return !shadowed && off.stream().noneMatch(dark -> dark.contains(at));
  }
}

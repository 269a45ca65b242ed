package polo.fleet.edge.api;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// A token bucket for each caller: `burst` requests at once, `perSecond` in the long run.
///
/// Bounded: of more callers than [#MOST] those unheard of for longest are forgotten, and begin with
/// a full bucket again.
final class RateLimit {

  static final int MOST = 10_000;

  private final double perSecond;
  private final int burst;
  private final InstantSource clock;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

  private record Bucket(double tokens, long atMillis) {}

  RateLimit(double perSecond, int burst, InstantSource clock) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.clock = clock;
  }

  /// Takes one request; answers 0, or how many seconds to wait when there is none to take.
  synchronized int take(String caller) {
    Bucket bucket = filled(caller);
    boolean isThere = bucket.tokens() >= 1;
    keep(caller, isThere ? new Bucket(bucket.tokens() - 1, bucket.atMillis()) : bucket);
    return isThere ? 0 : (int) Math.ceil((1 - bucket.tokens()) / perSecond);
  }

  private Bucket filled(String caller) {
    long now = clock.millis();
    Bucket bucket = buckets.get(caller);
    if (bucket == null) {
      return new Bucket(burst, now);
    }
    double seconds = Math.max(0, now - bucket.atMillis()) / 1e3;
    return new Bucket(Math.min(burst, bucket.tokens() + seconds * perSecond), now);
  }

  private void keep(String caller, Bucket bucket) {
    buckets.put(caller, bucket);
    if (buckets.size() > MOST) {
      buckets.remove(buckets.keySet().iterator().next());
    }
  }
}

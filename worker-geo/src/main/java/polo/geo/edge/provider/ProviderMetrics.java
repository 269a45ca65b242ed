package polo.geo.edge.provider;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Locale;

/// Meters of a provider: `polo.geocode.calls` (outcome), `polo.geocode.call.duration`,
/// `polo.geocode.cache` (result), `polo.geocode.waits` (why) and `polo.geocode.breaker` (0 closed,
/// 1 half open, 2 open; for the whole fleet).
final class ProviderMetrics {

  private static final String PROVIDER = "provider";

  private final MeterRegistry registry;
  private final String provider;

  ProviderMetrics(MeterRegistry registry, String provider, ProviderGate gate) {
    this.registry = registry;
    this.provider = provider;
    registry.gauge(
        "polo.geocode.breaker",
        Tags.of(PROVIDER, provider),
        gate,
        watched -> level(watched.state()));
  }

  void called(ProviderAnswer answer, Duration took) {
    String outcome = answer.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    count("polo.geocode.calls", "outcome", outcome);
    registry.timer("polo.geocode.call.duration", PROVIDER, provider).record(took);
  }

  void looked(AddressCache.Entry entry) {
    switch (entry) {
      case AddressCache.Entry.Known(var address) ->
          count("polo.geocode.cache", "result", address.isPresent() ? "hit" : "nothing");
      case AddressCache.Entry.Claimed _ -> count("polo.geocode.cache", "result", "claimed");
      case AddressCache.Entry.Missing _ -> count("polo.geocode.cache", "result", "missing");
    }
  }

  void waits(String why) {
    count("polo.geocode.waits", "why", why);
  }

  private static int level(Turnstile.State state) {
    return switch (state) {
      case CLOSED -> 0;
      case HALF_OPEN -> 1;
      case OPEN -> 2;
    };
  }

  private void count(String name, String tag, String value) {
    registry.counter(name, PROVIDER, provider, tag, value).increment();
  }
}

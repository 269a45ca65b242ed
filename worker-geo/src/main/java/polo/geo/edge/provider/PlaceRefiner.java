package polo.geo.edge.provider;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import polo.common.document.RefinedAddress;
import polo.common.earth.Geohash;
import polo.common.edge.store.DocumentStore;
import polo.common.job.Event;
import polo.common.job.Outcome;
import polo.common.job.PlaceSeen;
import polo.common.job.ReasonCode;
import polo.common.job.RetryPolicy;
import polo.geo.edge.settings.ProviderSettings;

/// Finds street and house of a place: in the cache, else from the provider when it is our turn. One
/// question is asked at a time for a cell, and none after an answer for as long as that is kept.
///
/// A provider in trouble is waited for as long as it takes. One that answers others and fails at a
/// cell again and again is not: the job ends as a dead letter, and the cell is let alone as if
/// nothing were there.
public final class PlaceRefiner implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PlaceRefiner.class);

  /// More than open a breaker, so that a provider that dies takes no job with it.
  private static final int MOST_FAILURES = 6;

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Duration STAGGER = Duration.ofMillis(200);
  private static final RetryPolicy AFTER_FAILURES =
      new RetryPolicy(MOST_FAILURES, Duration.ofSeconds(1), Duration.ofSeconds(30));

  private final ProviderClient client;
  private final ProviderGate gate;
  private final AddressCache cache;
  private final RefinedPlaces places;
  private final ProviderMetrics metrics;
  private final Clock clock;
  private final Keep keep;

  /// How long answers are kept.
  private record Keep(String source, Duration found, Duration nothing) {

    static Keep of(AddressProvider provider, ProviderSettings settings) {
      return new Keep(
          provider.name(),
          shorter(settings.keep(), provider.keepAtMost()),
          shorter(settings.keepNothing(), provider.keepAtMost()));
    }
  }

  private PlaceRefiner(
      ProviderClient client,
      ProviderGate gate,
      AddressCache cache,
      RefinedPlaces places,
      Keep keep,
      ProviderMetrics metrics,
      Clock clock) {
    this.client = client;
    this.gate = gate;
    this.cache = cache;
    this.places = places;
    this.keep = keep;
    this.metrics = metrics;
    this.clock = clock;
  }

  /// The provider of these settings.
  ///
  /// @throws IllegalArgumentException when they make no sense
  public static PlaceRefiner of(
      ProviderSettings settings, DocumentStore store, MeterRegistry registry, Clock clock) {
    return of(settings, Pace.of(settings.every()), store, registry, clock);
  }

  static PlaceRefiner of(
      ProviderSettings settings,
      Pace wanted,
      DocumentStore store,
      MeterRegistry registry,
      Clock clock) {
    if (settings.kind() == null) {
      throw new IllegalArgumentException("polo.geo.provider.kind is missing");
    }
    AddressProvider provider = AddressProvider.of(settings.kind());
    BaseUrl base = BaseUrl.of(settings.baseUrl(), settings.privateAddresses());
    Pace pace = wanted.noFasterThan(provider.leastPause(base.host()));
    ProviderGate gate = new ProviderGate(store, provider.name(), pace, clock);
    Duration claim = settings.timeout().multipliedBy(2).plusSeconds(5);
    return new PlaceRefiner(
        new ProviderClient(provider, base, ProviderClient.Manners.of(settings), clock),
        gate,
        new AddressCache(store, cells(provider, settings), claim, clock),
        new RefinedPlaces(store),
        Keep.of(provider, settings),
        new ProviderMetrics(registry, provider.name(), gate),
        clock);
  }

  /// Answers in one language are none in another.
  private static String cells(AddressProvider provider, ProviderSettings settings) {
    return settings.language().isEmpty()
        ? provider.name()
        : provider.name() + "." + settings.language();
  }

  public Refinement refine(PlaceSeen place) {
    String cell = Geohash.ofPlace(place.position());
    AddressCache.Entry entry = cache.look(cell);
    metrics.looked(entry);
    return switch (entry) {
      case AddressCache.Entry.Known(var address) -> tell(place, cell, address);
      case AddressCache.Entry.Claimed(var wait) -> later("claimed", shorter(wait, STAGGER));
      case AddressCache.Entry.Missing _ -> ask(place, cell);
    };
  }

  @Override
  public void close() {
    client.close();
  }

  private Refinement ask(PlaceSeen place, String cell) {
    if (!places.isIn(cell, place)) {
      return new Refinement.Ended(Outcome.done());
    }
    Optional<Duration> wait = gate.pass();
    if (wait.isPresent()) {
      return later("turn", wait.get());
    }
    if (!cache.claim(cell)) {
      return later("claimed", STAGGER);
    }
    return switch (call(place)) {
      case ProviderAnswer.Found(var found) ->
          know(place, cell, Optional.of(found.refined(cell, keep.source(), clock.instant())));
      case ProviderAnswer.Nothing _ -> know(place, cell, Optional.empty());
      case ProviderAnswer.Unavailable(var why, var patience) ->
          failed(cell, why, patience.orElse(Duration.ZERO));
      case ProviderAnswer.Unusable(var why) -> failed(cell, why, Duration.ZERO);
    };
  }

  private ProviderAnswer call(PlaceSeen place) {
    long began = System.nanoTime();
    ProviderAnswer answer = client.ask(place.position());
    metrics.called(answer, Duration.ofNanos(System.nanoTime() - began));
    return answer;
  }

  private Refinement know(PlaceSeen place, String cell, Optional<RefinedAddress> address) {
    cache.know(cell, address, address.isPresent() ? keep.found() : keep.nothing());
    gate.succeeded();
    return tell(place, cell, address);
  }

  private Refinement tell(PlaceSeen place, String cell, Optional<RefinedAddress> address) {
    boolean says = places.refine(place, cell, address);
    return new Refinement.Ended(
        says
            ? Outcome.done(new Event.PlaceRefined(place.userId(), place.placeId()))
            : Outcome.done());
  }

  private Refinement failed(String cell, String why, Duration patience) {
    LOG.atWarn().addKeyValue("provider", keep.source()).addKeyValue("why", why).log("call failed");
    Turnstile.State before = gate.failed(patience);
    int failures = cache.failed(cell, before == Turnstile.State.CLOSED);
    if (failures >= MOST_FAILURES) {
      cache.know(cell, Optional.empty(), keep.nothing());
      return new Refinement.Ended(
          Outcome.reject(
              ReasonCode.PROVIDER_UNAVAILABLE,
              "%s failed %d times at %s: %s".formatted(keep.source(), failures, cell, why)));
    }
    return later("failure", AFTER_FAILURES.waitAfter(failures, random()));
  }

  /// Not all at the same moment.
  private Refinement later(String why, Duration wait) {
    metrics.waits(why);
    Duration stagger = Duration.ofMillis((long) (STAGGER.toMillis() * random()));
    return new Refinement.Later(shorter(wait, LONGEST_WAIT).plus(stagger));
  }

  private static double random() {
    return ThreadLocalRandom.current().nextDouble();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}

package polo.geo.edge.provider;

import java.time.Duration;
import java.util.Optional;

/// How a call to a provider can end.
public sealed interface ProviderAnswer {

  record Found(FoundAddress address) implements ProviderAnswer {}

  /// It answered that it knows nothing there.
  record Nothing() implements ProviderAnswer {}

  /// It did not answer, or asked for patience.
  ///
  /// @param patience how long it wants to be left alone; absent when it didn't say
  record Unavailable(String why, Optional<Duration> patience) implements ProviderAnswer {}

  /// It answered something that is no answer.
  record Unusable(String why) implements ProviderAnswer {}
}

package polo.geo.edge.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The geocoding provider that may add streets and houses to places, under `polo.geo.provider.*`.
/// The same on all geo workers of a fleet; without a kind, nobody is asked.
///
/// @param kind which protocol it speaks
/// @param baseUrl where it is, without `/reverse`
/// @param contact how its operator reaches you: an address or a page; part of the User-Agent
/// @param language BCP 47, for names in a language; empty for names as they are written there
/// @param every time between two calls of the whole fleet
/// @param timeout how long one call may take
/// @param keep how long an address is kept; shorter where the provider's terms say so
/// @param keepNothing how long "nothing is known there" is kept
/// @param privateAddresses whether the provider may be in a private network, or on this machine
@ConfigurationProperties("polo.geo.provider")
public record ProviderSettings(
    @Nullable Kind kind,
    @DefaultValue("") String baseUrl,
    @DefaultValue("") String contact,
    @DefaultValue("") String language,
    @DefaultValue("1100ms") Duration every,
    @DefaultValue("5s") Duration timeout,
    @DefaultValue("180d") Duration keep,
    @DefaultValue("7d") Duration keepNothing,
    @DefaultValue("false") boolean privateAddresses) {

  /// The protocols there are adapters for.
  public enum Kind {
    PHOTON,
    NOMINATIM
  }

  public ProviderSettings {
    if (!language.matches("([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)?")) {
      throw new IllegalArgumentException("polo.geo.provider.language is no language: " + language);
    }
    if (timeout.isNegative() || timeout.isZero() || every.isNegative()) {
      throw new IllegalArgumentException("polo.geo.provider: timeout > 0 and every >= 0, please");
    }
  }
}

package polo.geo.edge.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;
import polo.geo.edge.settings.ProviderSettings;
import tools.jackson.databind.JsonNode;

/// What differs from one geocoding provider to the next: how it is asked and how its answers read.
/// Both are plain functions; HTTP, pace, faults and caching are done once for all of them.
public interface AddressProvider {

  static AddressProvider of(ProviderSettings.Kind kind) {
    return switch (kind) {
      case PHOTON -> new Photon();
      case NOMINATIM -> new Nominatim();
    };
  }

  /// Lower case; part of cache keys and of what users see as the source.
  String name();

  /// How long its terms allow to keep an answer.
  Duration keepAtMost();

  /// The least time between two calls that its terms allow at this host; zero for a server of one's
  /// own.
  default Duration leastPause(String host) {
    return Duration.ZERO;
  }

  /// Path and query of a question, to be appended to the base URL; begins with a slash.
  ///
  /// @param language BCP 47; absent for names as they are written there
  String question(Coordinate position, @Nullable String language);

  /// What an answer says. Never throws, whatever the JSON is.
  ///
  /// @return [ProviderAnswer.Found], [ProviderAnswer.Nothing] or [ProviderAnswer.Unusable]
  ProviderAnswer read(JsonNode answer, Coordinate position);
}

package polo.fleet.edge.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import polo.fleet.edge.process.ProcessSettings;

/// Where an API is and what opens it, as the environment says: `POLO_API_URL`, and `POLO_API_TOKEN`
/// or `POLO_API_TOKENFILE`, of which the first token is taken.
///
/// @param url absent when it does not say
public record ApiAddress(@Nullable URI url, @Nullable String token, @Nullable Path tokenFile) {

  public static ApiAddress ofEnvironment() {
    return ProcessSettings.bound("polo.api", ApiAddress.class);
  }

  /// The token itself; absent when none is named.
  public Optional<String> credential() {
    return Optional.ofNullable(token)
        .filter(said -> !said.isBlank())
        .or(() -> Optional.ofNullable(tokenFile).flatMap(ApiAddress::first));
  }

  /// The first token of a file as the API has it.
  public static Optional<String> first(Path tokenFile) {
    try {
      return Files.readAllLines(tokenFile).stream()
          .map(line -> line.strip().split("\\s+", 2)[0])
          .filter(word -> !word.isEmpty() && !word.startsWith("#"))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

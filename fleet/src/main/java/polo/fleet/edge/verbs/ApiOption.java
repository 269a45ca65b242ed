package polo.fleet.edge.verbs;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import polo.fleet.edge.client.ApiAddress;
import polo.fleet.edge.client.ApiClient;
import polo.fleet.edge.embedded.FleetAddress;
import polo.fleet.edge.embedded.FleetNotRunningException;

/// Whose API is asked: that of a URL, or of the embedded fleet on a data folder.
public final class ApiOption {

  private static final Path DATA = Path.of("data");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Ask the embedded fleet on this data folder (default: data).")
  private @Nullable Path data;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Ask the API here, for example http://127.0.0.1:8080 (default: POLO_API_URL).")
  private @Nullable URI url;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Its first token opens the API (default: POLO_API_TOKENFILE, POLO_API_TOKEN).")
  private @Nullable Path tokenFile;

  /// The way there; to be closed.
  ///
  /// @throws FleetNotRunningException when no URL is given and no fleet runs on the folder
  public ApiClient client() {
    ApiAddress environment = ApiAddress.ofEnvironment();
    Optional<String> token =
        tokenFile == null ? environment.credential() : ApiAddress.first(tokenFile);
    return new ApiClient(address(environment), token.orElse(null));
  }

  private URI address(ApiAddress environment) {
    if (url != null) {
      return url;
    }
    if (data == null && environment.url() != null) {
      return environment.url();
    }
    Path folder = data == null ? DATA : data;
    return FleetAddress.find(folder)
        .map(address -> URI.create(address.console()))
        .orElseThrow(() -> new FleetNotRunningException(folder));
  }
}

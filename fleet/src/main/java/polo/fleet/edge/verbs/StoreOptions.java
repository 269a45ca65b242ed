package polo.fleet.edge.verbs;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import polo.fleet.edge.embedded.StoreChoice;

/// Where documents lie.
final class StoreOptions {

  @Option(
      names = "--store",
      paramLabel = "URL",
      description =
          "Where documents lie: sqlite:FILE, couchbase://HOST,HOST or couchbases://HOST with TLS"
              + " (default: a SQLite file in the data folder).")
  private @Nullable String url;

  @Option(names = "--store-user", paramLabel = "U", description = "User of a Couchbase cluster.")
  private @Nullable String user;

  @Option(
      names = "--store-password-file",
      paramLabel = "FILE",
      description = "A file with nothing but that user's password.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--store-bucket",
      paramLabel = "B",
      description = "Bucket of a Couchbase cluster (default: polo).")
  private @Nullable String bucket;

  StoreChoice choice() {
    return new StoreChoice(url, user, passwordFile, bucket);
  }
}

package polo.fleet.edge.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import polo.common.edge.settings.PoloSettings;
import polo.common.edge.store.StoreUrl;

/// Which store was chosen on the command line. What was not said there, the environment may say
/// (`POLO_STORE_URL`, `POLO_STORE_COUCHBASE_USER`…).
///
/// @param storeUrl as `polo.store.url`
public record StoreChoice(
    @Nullable String storeUrl,
    @Nullable String user,
    @Nullable Path passwordFile,
    @Nullable String bucket) {

  public static final StoreChoice NONE = new StoreChoice(null, null, null, null);

  public Optional<String> url() {
    return Optional.ofNullable(storeUrl);
  }

  /// The same for another cluster.
  public StoreChoice at(String url) {
    return new StoreChoice(url, user, passwordFile, bucket);
  }

  /// The settings with all that was not said; documents lie in `file` unless something says more.
  /// Throws [BadSettingsException] when they make no sense.
  public PoloSettings.Store settings(Path file) {
    try {
      PoloSettings.Store settings = bound(file);
      if (StoreUrl.parse(settings.url()) instanceof StoreUrl.Couchbase(var couchbase)) {
        settings.couchbase().check(couchbase);
      }
      return settings;
    } catch (BindException | IllegalArgumentException e) {
      throw new BadSettingsException(sentence(e), e);
    }
  }

  private PoloSettings.Store bound(Path file) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new SimpleCommandLinePropertySource("command", arguments()));
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("folder", Map.of("polo.store.url", urlOr(file))));
    ConfigurationPropertySources.attach(environment);
    return Binder.get(environment).bindOrCreate("polo.store", PoloSettings.Store.class);
  }

  String urlOr(Path file) {
    return url().orElse("sqlite:" + file);
  }

  /// As an application takes its settings.
  String[] arguments() {
    List<String> arguments = new ArrayList<>();
    add(arguments, "polo.store.url", storeUrl);
    add(arguments, "polo.store.couchbase.user", user);
    add(arguments, "polo.store.couchbase.password-file", passwordFile);
    add(arguments, "polo.store.couchbase.bucket", bucket);
    return arguments.toArray(String[]::new);
  }

  /// Spring wraps what is wrong several times; the innermost says it.
  private static String sentence(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return String.valueOf(innermost.getMessage());
  }

  private static void add(List<String> arguments, String name, @Nullable Object value) {
    if (value != null) {
      arguments.add("--" + name + "=" + value);
    }
  }
}

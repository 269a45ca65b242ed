package polo.common.edge.store;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// Where documents lie, as `polo.store.url` says it: `sqlite:data/polo.db`,
/// `couchbase://host1,host2`, or with TLS `couchbases://host`.
public sealed interface StoreUrl {

  /// A file on this machine.
  record Sqlite(Path file) implements StoreUrl {}

  /// A cluster; how to log in and which bucket are settings of their own.
  record Couchbase(String url) implements StoreUrl {}

  /// Throws `IllegalArgumentException` with a sentence for people.
  static StoreUrl parse(String url) {
    if (url.startsWith("sqlite:")) {
      return sqlite(url.substring("sqlite:".length()));
    }
    if (url.startsWith("couchbase://") || url.startsWith("couchbases://")) {
      return couchbase(url);
    }
    throw wrong(url, "must begin with sqlite:, couchbase:// or couchbases://");
  }

  private static StoreUrl sqlite(String file) {
    if (file.isBlank()) {
      throw wrong("sqlite:" + file, "names no file");
    }
    return new Sqlite(Path.of(file));
  }

  private static StoreUrl couchbase(String url) {
    String hosts = url.substring(url.indexOf("://") + 3).replaceFirst("\\?.*", "");
    if (hosts.contains("@")) {
      throw wrong(url, "must not carry a user: that is polo.store.couchbase.user");
    }
    if (hosts.contains("/")) {
      throw wrong(url, "must not carry a bucket: that is polo.store.couchbase.bucket");
    }
    Pattern host = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^,:\\s]+)(:\\d{1,5})?");
    for (String each : hosts.split(",", -1)) {
      if (!host.matcher(each).matches()) {
        throw wrong(url, "has no host, or none that can be read, in \"" + each + "\"");
      }
    }
    return new Couchbase(url);
  }

  private static IllegalArgumentException wrong(String url, String why) {
    return new IllegalArgumentException("the store's URL \"%s\" %s".formatted(url, why));
  }
}

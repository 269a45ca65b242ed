package polo.fleet.edge.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import polo.common.edge.blob.BlobKeys;

/// The tokens that open the door, known by their SHA-256: looking one up takes no longer when more
/// of it is right.
///
/// A line of the file is a token and what it may: nothing more or `everything`, `read`, or `user`
/// and the id of one. Empty lines and those that begin with `#` are passed over:
///
/// ```
/// # the app's API
/// 9f1c… everything
/// 41ab… read
/// 77de… user ada
/// ```
record Tokens(Map<String, Caller> byHash) {

  /// Shorter ones can be guessed.
  private static final int SHORTEST = 16;

  Tokens {
    byHash = Map.copyOf(byHash);
  }

  static Tokens of(ApiSettings settings) {
    Map<String, Caller> tokens = new HashMap<>();
    if (settings.token() != null && !settings.token().isBlank()) {
      add(tokens, settings.token().strip(), new Access.Everything(), "polo.api.token");
    }
    if (settings.tokenFile() != null) {
      read(settings.tokenFile(), tokens);
    }
    return new Tokens(tokens);
  }

  boolean areNone() {
    return byHash.isEmpty();
  }

  Optional<Caller> callerOf(String token) {
    return Optional.ofNullable(byHash.get(hash(token)));
  }

  private static void read(Path file, Map<String, Caller> tokens) {
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).strip();
        if (!line.isEmpty() && !line.startsWith("#")) {
          String where = "%s line %d".formatted(file, i + 1);
          String[] words = line.split("\\s+", 2);
          add(tokens, words[0], access(words.length > 1 ? words[1] : "", where), where);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("polo.api.token-file %s cannot be read".formatted(file), e);
    }
  }

  private static Access access(String words, String where) {
    if (words.isEmpty() || words.equals("everything")) {
      return new Access.Everything();
    }
    if (words.equals("read")) {
      return new Access.Reading();
    }
    if (words.startsWith("user ") && !words.substring(5).isBlank()) {
      return new Access.OneUser(words.substring(5).strip());
    }
    throw new IllegalArgumentException(
        where + ": after a token comes nothing, everything, read, or user and an id");
  }

  private static void add(Map<String, Caller> tokens, String token, Access access, String where) {
    if (token.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "%s: a token has at least %d characters".formatted(where, SHORTEST));
    }
    String hash = hash(token);
    tokens.put(hash, new Caller("token " + hash.substring(0, 8), access));
  }

  private static String hash(String token) {
    return BlobKeys.sha256(token.getBytes(StandardCharsets.UTF_8));
  }
}

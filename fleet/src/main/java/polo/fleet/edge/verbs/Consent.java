package polo.fleet.edge.verbs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What somebody says to a question before a deed that many feel.
enum Consent {
  YES,
  NO,
  /// Nobody is there to ask.
  NOBODY;

  static Consent ask(String question, Stdio stdio) throws IOException {
    stdio.err().print(question + " [y/N] ");
    stdio.err().flush();
    @Nullable String answer =
        new BufferedReader(new InputStreamReader(stdio.in(), StandardCharsets.UTF_8)).readLine();
    if (answer == null) {
      stdio.say("");
      return NOBODY;
    }
    return switch (answer.strip().toLowerCase(Locale.ROOT)) {
      case "y", "yes" -> YES;
      default -> NO;
    };
  }
}

package polo.fleet.edge.config;

import static java.util.Comparator.comparingInt;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A variable of the environment that looks like a setting of Polo's and is none.
///
/// @param meant the setting whose variable is nearly spelt so; null when none is
public record UnknownVariable(String name, @Nullable String meant) {

  private static final String PREFIX = "POLO_";

  /// What the launcher, the image and the compose files read.
  private static final Set<String> OF_OTHERS =
      Set.of(
          "POLO_BASE",
          "POLO_CACHE",
          "POLO_COUCHBASE_PASSWORD_FILE",
          "POLO_IMAGE",
          "POLO_JAVA_HOME",
          "POLO_JAVA_OPTS",
          "POLO_LOG_LEVEL",
          "POLO_MEMORY",
          "POLO_API_URL");

  /// Of one letter in five, another is still the same word.
  private static final int LETTERS_PER_SLIP = 5;

  /// All there are among these variables, in their order of name.
  public static List<UnknownVariable> among(Collection<String> variables, List<Setting> settings) {
    return variables.stream()
        .filter(name -> name.startsWith(PREFIX) && !OF_OTHERS.contains(name))
        .filter(name -> settings.stream().noneMatch(setting -> setting.isSetBy(name)))
        .sorted()
        .map(name -> new UnknownVariable(name, nearest(name, settings)))
        .toList();
  }

  /// As a sentence.
  public String sentence() {
    return meant == null
        ? name + " is no setting of Polo"
        : "%s is no setting of Polo: did you mean %s?".formatted(name, meant);
  }

  private static @Nullable String nearest(String name, List<Setting> settings) {
    Optional<String> nearest =
        settings.stream()
            .flatMap(setting -> setting.variables().stream())
            .filter(known -> slips(name, known) <= name.length() / LETTERS_PER_SLIP)
            .min(comparingInt(known -> slips(name, known)));
    return nearest.orElse(null);
  }

  /// Letters to insert, delete or change (Levenshtein 1965).
  private static int slips(String one, String other) {
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, column -> column);
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}

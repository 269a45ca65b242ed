package polo.testkit.contract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Ways in which bytes go wrong, chosen by a seeded source of chance.
record Mutation(RandomGenerator random) {

  /// What has broken readers of JSON before: half characters, numbers too large, deep nesting,
  /// other types than expected.
  private static final List<String> SNIPPETS =
      List.of(
          "null",
          "true",
          "-1",
          "1e999",
          "-1e-999",
          "9".repeat(400),
          "99999999999999999999",
          "-9223372036854775809",
          "1784030381000.7",
          "NaN",
          "{}",
          "[]",
          "[[[[[[[[",
          "{\"a\":".repeat(600),
          "\"\"",
          "\"\\ud83c\"",
          "\"\\u0000\"",
          "\"" + "x".repeat(3000) + "\"",
          "\"+1000000000-12-31T23:59:59Z\"",
          "\"2026-07-14T23:59:60Z\"",
          "\"Europe/Paris\"",
          "\"..\"",
          "\uFEFF",
          "\\");

  byte[] randomBytes(int most) {
    byte[] bytes = new byte[random.nextInt(most)];
    random.nextBytes(bytes);
    return bytes;
  }

  byte[] truncated(byte[] bytes) {
    return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
  }

  /// A few bytes changed in place.
  byte[] flipped(byte[] bytes) {
    byte[] changed = bytes.clone();
    for (int times = random.nextInt(1, 4); times > 0 && changed.length > 0; times--) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    }
    return changed;
  }

  /// One value of the JSON replaced: from a place where a value may begin to where it may end.
  byte[] spliced(byte[] json) {
    String text = new String(json, StandardCharsets.UTF_8);
    int from = after(text, ":[,", random.nextInt(text.length() + 1));
    int to = before(text, ",]}", from);
    String snippet = SNIPPETS.get(random.nextInt(SNIPPETS.size()));
    return (text.substring(0, from) + snippet + text.substring(to))
        .getBytes(StandardCharsets.UTF_8);
  }

  /// One header missing, or with another text.
  Map<String, String> headers(Map<String, String> headers) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    List<String> names = List.copyOf(headers.keySet());
    String name = names.get(random.nextInt(names.size()));
    changed.remove(name);
    if (random.nextBoolean()) {
      changed.put(name, new String(randomBytes(300), StandardCharsets.ISO_8859_1));
    }
    return changed;
  }

  private static int after(String text, String marks, int start) {
    int i = start;
    while (i < text.length() && marks.indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return Math.min(i + 1, text.length());
  }

  private static int before(String text, String marks, int start) {
    int i = start;
    while (i < text.length() && marks.indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }
}

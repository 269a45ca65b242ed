package polo.common.edge.kafka;

import tools.jackson.databind.JsonNode;

/// How a value from outside is shown in a message: short, on one line, always well-formed text.
final class Shown {

  private static final int LONGEST = 40;
  private static final int LONGEST_LINE = 1000;

  private Shown() {}

  static String of(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case STRING -> '"' + text(node.stringValue()) + '"';
      case BINARY, BOOLEAN, MISSING, NULL, NUMBER, POJO -> text(node.toString());
    };
  }

  static String text(String text) {
    return shortened(text, LONGEST);
  }

  /// A whole message on one line.
  static String line(String message) {
    return shortened(message, LONGEST_LINE);
  }

  private static String shortened(String text, int longest) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(longest)
        .map(point -> isPlain(point) ? point : point == '\n' ? ' ' : '?')
        .forEach(shown::appendCodePoint);
    return text.codePointCount(0, text.length()) > longest ? shown + "..." : shown.toString();
  }

  /// No control character, and no half of a surrogate pair: that one has no bytes in UTF-8, so two
  /// texts that differ in it would become one key.
  static boolean isPlain(int codePoint) {
    return !Character.isISOControl(codePoint)
        && Character.getType(codePoint) != Character.SURROGATE;
  }
}

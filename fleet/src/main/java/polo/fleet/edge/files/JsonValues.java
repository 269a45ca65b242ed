package polo.fleet.edge.files;

import java.io.IOException;
import java.io.InputStream;
import polo.common.edge.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;

/// Reads large JSON as a stream of tokens and forgives wrong types: apps have written numbers as
/// texts and texts as numbers. Whatever is no single value is passed over.
final class JsonValues {

  /// What to do with the tokens of a file.
  interface Walk {
    void over(JsonParser json) throws IOException;
  }

  private JsonValues() {}

  /// Runs `walk` and turns what Jackson throws into what readers throw.
  static void read(InputStream in, Walk walk) throws IOException {
    try (JsonParser json = Json.mapper().createParser(in)) {
      walk.over(json);
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      throw new BrokenFileException(
          e.getLocation() == null ? "line 1" : "line " + e.getLocation().getLineNr(),
          e.getOriginalMessage());
    }
  }

  /// The current value as text; empty when it is null, an object or an array.
  static String text(JsonParser json) {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
      return json.getString();
    }
    json.skipChildren();
    return "";
  }

  /// The current value as a number; NaN when it is absent or no number, which is noted in `draft`.
  static double number(JsonParser json, FixDraft draft) {
    String text = text(json);
    double number = Decimals.parse(text);
    if (Double.isNaN(number) && !text.isBlank()) {
      draft.flaw(FlawKind.BAD_NUMBER, FixDraft.quoted(text));
    }
    return number;
  }

  /// Takes the current value as the time of `draft`; null is no time.
  static void time(JsonParser json, FixDraft draft) {
    String text = text(json);
    if (!text.isEmpty()) {
      draft.time(FixTime.parse(text), () -> text);
    }
  }
}

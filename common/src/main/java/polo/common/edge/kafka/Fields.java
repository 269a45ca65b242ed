package polo.common.edge.kafka;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import polo.common.edge.blob.BlobKeys;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;
import tools.jackson.databind.JsonNode;

/// Reads named values from outside and remembers the first thing that was wrong.
///
/// After a problem the answers are stand-ins, so reading stays a plain list of fields: ask
/// [#problem] before using what was read. A `null` in JSON is an absent value.
final class Fields {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
  private static final int LONGEST_ID = 128;
  private static final int LONGEST_BLOB_KEY = 512;

  private final FieldSource source;
  private final ReasonCode missing;
  private final ReasonCode invalid;
  private @Nullable Reason problem;

  Fields(FieldSource source, ReasonCode missing, ReasonCode invalid) {
    this.source = source;
    this.missing = missing;
    this.invalid = invalid;
  }

  static Fields of(FieldSource source) {
    return new Fields(source, ReasonCode.FIELD_MISSING, ReasonCode.FIELD_INVALID);
  }

  Optional<Reason> problem() {
    return Optional.ofNullable(problem);
  }

  void invalid(String message) {
    note(new Reason(invalid, message));
  }

  void missing(String name) {
    note(new Reason(missing, source.path(name) + " is missing"));
  }

  boolean has(String name) {
    return value(name) != null;
  }

  /// 1 to 128 characters.
  String id(String name) {
    return text(name, LONGEST_ID);
  }

  /// The name of a blob: segments of `[A-Za-z0-9._=-]` joined by `/`, never a way out of the store.
  String blobKey(String name) {
    String key = text(name, LONGEST_BLOB_KEY);
    if (problem == null && !BlobKeys.isKey(key)) {
      notA("a blob key", name);
    }
    return key;
  }

  /// 1 to `most` characters of well-formed text without control characters.
  String text(String name, int most) {
    String text = optionalText(name, most);
    return text == null ? missing(name, "") : text;
  }

  /// Text that may be empty; empty when absent.
  String textOrEmpty(String name, int most) {
    JsonNode value = value(name);
    return value == null || value.isString() && value.stringValue().isEmpty()
        ? ""
        : text(name, most);
  }

  @Nullable String optionalText(String name, int most) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      notA("text", name);
      return "";
    }
    String text = value.stringValue();
    int length = text.codePointCount(0, text.length());
    if (length < 1 || length > most) {
      invalid("%s has %d characters, not 1 to %d".formatted(source.path(name), length, most));
    } else if (!text.codePoints().allMatch(Shown::isPlain)) {
      invalid(source.path(name) + " has control characters or broken Unicode");
    }
    return text;
  }

  /// A list of ids, possibly empty.
  List<String> ids(String name) {
    JsonNode list = list(name);
    if (list == null) {
      return List.of();
    }
    Fields elements = new Fields(new FieldSource.OfList(list, source.path(name)), missing, invalid);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      ids.add(elements.id(Integer.toString(i)));
    }
    elements.problem().ifPresent(this::note);
    return ids;
  }

  /// RFC 3339 text with any offset, or a number of milliseconds since 1970.
  Instant time(String name) {
    Instant time = optionalTime(name);
    return time == null ? missing(name, Instant.EPOCH) : time;
  }

  @Nullable Instant optionalTime(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    Instant time = instantOf(value);
    return time == null ? notA("a time", name, Instant.EPOCH) : time;
  }

  /// A number within `[least, most]`.
  double number(String name, double least, double most, String what) {
    Double number = optionalNumber(name, least, most, what);
    return number == null ? missing(name, 0.0) : number;
  }

  @Nullable Double optionalNumber(String name, double least, double most, String what) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    double number = value.isNumber() ? value.asDouble(Double.NaN) : Double.NaN;
    // Written positively, so that NaN fails too.
    return number >= least && number <= most ? (Double) number : notA(what, name, 0.0);
  }

  /// A whole number from 0.
  int count(String name) {
    double count = number(name, 0, Integer.MAX_VALUE, "a count");
    if (count != Math.rint(count)) {
      notA("a count", name);
    }
    return (int) count;
  }

  /// One of a closed set of words, any case.
  <T> @Nullable T optionalWord(String name, Function<String, Optional<T>> words) {
    String text = optionalText(name, LONGEST_ID);
    if (text == null || problem != null) {
      return null;
    }
    Optional<T> word = words.apply(text);
    if (word.isEmpty()) {
      invalid("%s is \"%s\", which is not known".formatted(source.path(name), Shown.text(text)));
    }
    return word.orElse(null);
  }

  /// A time zone by its IANA name or as an offset.
  @Nullable ZoneId optionalZone(String name) {
    String text = optionalText(name, LONGEST_ID);
    if (text == null || problem != null) {
      return null;
    }
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      notA("a time zone", name);
      return null;
    }
  }

  /// The fields of an object within; absent when there is none.
  @Nullable Fields optionalObject(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    if (!value.isObject()) {
      notA("an object", name);
      return null;
    }
    return new Fields(new FieldSource.OfObject(value, source.path(name) + "."), missing, invalid);
  }

  /// Takes over what went wrong in the fields of an object within.
  void note(Reason reason) {
    if (problem == null) {
      problem = reason;
    }
  }

  private @Nullable JsonNode list(String name) {
    JsonNode value = value(name);
    if (value == null) {
      missing(name);
      return null;
    }
    if (!value.isArray()) {
      notA("a list", name);
      return null;
    }
    return value;
  }

  private @Nullable JsonNode value(String name) {
    JsonNode value = source.value(name);
    return value == null || value.isNull() ? null : value;
  }

  private <T> T missing(String name, T standIn) {
    missing(name);
    return standIn;
  }

  private void notA(String what, String name) {
    notA(what, name, "");
  }

  private <T> T notA(String what, String name, T standIn) {
    JsonNode value = value(name);
    String shown = value == null ? "absent" : Shown.of(value);
    invalid("%s is %s, not %s".formatted(source.path(name), shown, what));
    return standIn;
  }

  private static @Nullable Instant instantOf(JsonNode value) {
    Instant time = value.isString() ? parsed(value.stringValue()) : ofMillis(value);
    return time == null || time.isBefore(FIRST) || time.isAfter(LAST) ? null : time;
  }

  private static @Nullable Instant parsed(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// Fractions of a millisecond are cut off: clients that count in floating point have them.
  private static @Nullable Instant ofMillis(JsonNode value) {
    double millis = value.isNumber() ? value.asDouble(Double.NaN) : Double.NaN;
    return Double.isNaN(millis) ? null : Instant.ofEpochMilli((long) Math.floor(millis));
  }
}

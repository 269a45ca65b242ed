package polo.common.edge.kafka;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import polo.common.job.ReasonCode;

/// The text headers Polo adds when it moves a record. What the producer wrote stays as it is, byte
/// for byte. Nobody's headers can make reading fail: what does not parse is absent.
final class MovedHeaders {

  private MovedHeaders() {}

  /// A copy of the headers without those Polo added under one of the prefixes; a [Replay] stays
  /// known.
  static Headers without(Headers headers, String... prefixes) {
    Headers kept = new RecordHeaders();
    for (Header header : headers) {
      if (header.key().startsWith(Replay.PREFIX)
          || Arrays.stream(prefixes).noneMatch(header.key()::startsWith)) {
        kept.add(header);
      }
    }
    return kept;
  }

  static void put(Headers headers, String name, String value) {
    headers.add(name, utf8(value));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static @Nullable String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /// A whole number from 0.
  static @Nullable Long number(Headers headers, String name) {
    String text = text(headers, name);
    return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
  }

  static @Nullable Instant time(Headers headers, String name) {
    String text = text(headers, name);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  static @Nullable ReasonCode code(Headers headers, String name) {
    String text = text(headers, name);
    return Arrays.stream(ReasonCode.values())
        .filter(code -> code.name().equals(text))
        .findFirst()
        .orElse(null);
  }
}

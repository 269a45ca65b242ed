package polo.fleet.edge.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// By what a request is known, from the door to everything its job causes: W3C trace context. The
/// caller's own where it sent one, else a new one.
///
/// @param id 32 hex digits, answered as `X-Request-Id`
/// @param parent `traceparent` as a job carries it on
public record Trace(String id, String parent) {

  private static final String HEADER = "traceparent";
  private static final Pattern PARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

  /// That of a request the door has seen; a new one else.
  public static Trace of(HttpServletRequest request) {
    if (request.getAttribute(Trace.class.getName()) instanceof Trace known) {
      return known;
    }
    Trace trace = read(request.getHeader(HEADER));
    request.setAttribute(Trace.class.getName(), trace);
    return trace;
  }

  private static Trace read(@Nullable String header) {
    if (header != null) {
      Matcher parent = PARENT.matcher(header);
      if (parent.matches()) {
        return new Trace(parent.group(1), header);
      }
    }
    byte[] bytes = new byte[24];
    ThreadLocalRandom.current().nextBytes(bytes);
    HexFormat hex = HexFormat.of();
    String id = hex.formatHex(bytes, 0, 16);
    return new Trace(id, "00-%s-%s-01".formatted(id, hex.formatHex(bytes, 16, 24)));
  }
}

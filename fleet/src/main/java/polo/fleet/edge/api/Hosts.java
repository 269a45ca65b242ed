package polo.fleet.edge.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names this process answers to: those of the loopback, the address a connection came in at
/// (orchestrators ask by it), and those it was told of.
///
/// A browser can be led here by a name of somebody else's that points at us; and whoever looks for
/// open proxies asks for hosts that are not us at all. Neither is answered.
record Hosts(Set<String> names) {

  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

  Hosts {
    names =
        Stream.concat(LOOPBACK.stream(), names.stream())
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  boolean knows(HttpServletRequest request) {
    String host = nameOf(request.getHeader("Host"));
    return host != null && (names.contains(host) || host.equals(localAddress(request)));
  }

  /// Whether a page of this very host sent the request, or no page at all.
  static boolean isOwnPage(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader("Origin");
    boolean sameSite = site == null || site.equals("same-origin") || site.equals("none");
    return sameSite && (origin == null || origin.endsWith("//" + request.getHeader("Host")));
  }

  /// A host without its port; absent when there is none.
  private static @Nullable String nameOf(@Nullable String header) {
    if (header == null || header.isEmpty()) {
      return null;
    }
    int end = header.startsWith("[") ? header.indexOf(']') + 1 : header.indexOf(':');
    return (end <= 0 ? header : header.substring(0, end)).toLowerCase(Locale.ROOT);
  }

  private static String localAddress(HttpServletRequest request) {
    String address = request.getLocalAddr();
    return address.indexOf(':') < 0 ? address : "[" + address + "]";
  }
}

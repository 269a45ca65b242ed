package polo.fleet.edge.api;

import jakarta.servlet.http.HttpServletRequest;

/// Who asks, and what they may.
///
/// @param name by which their requests are counted: never the token itself
public record Caller(String name, Access access) {

  /// Whom the door let in with this request.
  public static Caller of(HttpServletRequest request) {
    if (request.getAttribute(Caller.class.getName()) instanceof Caller caller) {
      return caller;
    }
    throw new IllegalStateException("a request that did not come by the door");
  }

  void come(HttpServletRequest request) {
    request.setAttribute(Caller.class.getName(), this);
  }
}

package polo.fleet.edge.files;

/// A row of a file that was left out.
///
/// @param where the line, or the path of the element, for people who look it up
/// @param detail what stands there
public record Flaw(String where, FlawKind kind, String detail) {

  @Override
  public String toString() {
    return "%s: %s: %s".formatted(where, kind.words(), detail);
  }
}

package polo.fleet.edge.ops;

/// What became of a dead letter.
public enum LetterState {
  /// Nobody decided about it, or whoever began to died doing so.
  OPEN,
  /// Somebody puts it back at this moment.
  UNDER_WAY,
  /// It was put back on its topic.
  REPLAYED,
  /// Somebody said that it is not wanted.
  DROPPED;

  public boolean isSettled() {
    return switch (this) {
      case OPEN, UNDER_WAY -> false;
      case REPLAYED, DROPPED -> true;
    };
  }
}

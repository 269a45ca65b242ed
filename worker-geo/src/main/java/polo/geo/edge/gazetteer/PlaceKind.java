package polo.geo.edge.gazetteer;

/// What a populated place is, as far as the source knows.
enum PlaceKind {
  /// Part of a town, a place of the past, or a double: near, but never the town one is in.
  PART(0),
  /// No feature code known: likely a town, possibly a quarter.
  UNCONFIRMED(1),
  TOWN(2),
  /// Called a quarter by the source. [Quarters] decides whether there is a town that it is part of.
  QUARTER(3);

  /// How the file writes it.
  final int code;

  PlaceKind(int code) {
    this.code = code;
  }

  static PlaceKind of(int code) {
    return switch (code) {
      case 0 -> PART;
      case 1 -> UNCONFIRMED;
      case 2 -> TOWN;
      case 3 -> QUARTER;
      default -> throw new IllegalArgumentException("no kind of place: " + code);
    };
  }
}

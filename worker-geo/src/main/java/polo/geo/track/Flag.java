package polo.geo.track;

/// Whether a fix is to be trusted. Distrusted fixes are passed over, never deleted.
public enum Flag {
  /// Counts.
  GOOD,
  /// Claims an accuracy too poor to place anybody, or none of worth.
  INACCURATE,
  /// Of a time when no phone measured anything: its clock was lost.
  IMPOSSIBLE_DATE,
  /// Both coordinates are whole degrees: a value that stands for "unknown", or right to 100 km.
  SENTINEL,
  /// Latitude and longitude near zero: what software says when it does not know.
  NULL_ISLAND,
  /// Another device of the user is speaking just now; following both would be to jump between them.
  SHADOWED,
  /// An old position told again while the phone was on the way.
  FROZEN,
  /// Elsewhere within the same second.
  TELEPORT,
  /// Reached at a speed nobody travels at, and left again: the track returns to where it was.
  JUMP
}

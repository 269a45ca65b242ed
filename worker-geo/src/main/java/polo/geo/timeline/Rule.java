package polo.geo.timeline;

/// The rule that made an item of a timeline what it is.
public enum Rule {
  /// A stay: fixes kept to one spot for long enough.
  DWELL,
  /// A stay: silent, and heard at the same spot before and after.
  BRIDGED_SILENCE,
  /// A stay: fell silent at rest, and was heard again not far away after so long that most of the
  /// silence must have been spent here.
  REST_BEFORE_SILENCE,
  /// A stay: fell silent on the way, and was heard again at rest.
  REST_AFTER_SILENCE,
  /// A trip: fixes led from one spot to another.
  SEEN_MOVING,
  /// A trip: heard here, then there, and the time between fits a way of travelling.
  MOVED_IN_SILENCE,
  /// A wait: a dwell on the way that was left by a ride, or too short to be a stay.
  WAIT,
  /// A gap: the distance could not be made in the time, and yet both ends look true.
  TOO_FAR_TOO_SOON,
  /// A gap: silent for so long that anything may have happened.
  LONG_SILENCE
}

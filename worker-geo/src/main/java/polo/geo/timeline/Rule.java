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
  /// A leg: of the ways of travelling, this one is the likeliest to go at such speeds, with such
  /// stops and turns.
  MODE_BY_MANNER,
  /// A leg: nothing was seen of it but how far and how long.
  MODE_UNSEEN,
  /// A wait: a dwell on the way that was left by a ride, or too short to be a stay.
  WAIT,
  /// A gap: the distance could not be made in the time, and yet both ends look true.
  TOO_FAR_TOO_SOON,
  /// A gap: silent for so long that anything may have happened.
  LONG_SILENCE,
  /// A place: the user made, named or moved it.
  PINNED,
  /// A place: visited again and again.
  VISITED_OFTEN,
  /// A place: visited once or seldom, and long.
  DWELT_LONG,
  /// A journey: a stay further from home than one goes on a usual day.
  FAR_AWAY,
  /// A journey: a night out of town.
  NIGHT_AWAY
}

package polo.geo.stay;

/// What happened while a phone said nothing and then spoke up somewhere else.
public sealed interface Silence {

  /// The user stayed at one of both ends; the way to the other took so long.
  ///
  /// @param near true when both ends are so close that either may be where the stay was
  record Stayed(long travelMillis, boolean near) implements Silence {}

  /// The user was on the way all the time, or nearly.
  record Moved() implements Silence {}

  /// Nobody knows.
  record Unknown() implements Silence {}
}

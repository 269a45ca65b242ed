package polo.geo.timeline;

import org.jspecify.annotations.Nullable;
import polo.common.document.PlaceUse.Role;

/// Why there is a place, and why it is home or work.
///
/// @param because the same in a sentence, for support to read out
/// @param role absent when it is neither home nor work
public record PlaceExplanation(
    String placeId,
    Rule rule,
    String because,
    PlaceEvidence evidence,
    @Nullable RoleEvidence role) {

  /// What a place rests on, and what it would have needed.
  ///
  /// @param leastVisits so many make a place, or
  /// @param leastDwellSeconds so much time
  /// @param radiusMeters within which its visits lie
  /// @param reachMeters from the longest visit within which others are visits of it too
  public record PlaceEvidence(
      int visits,
      int leastVisits,
      double dwellSeconds,
      double leastDwellSeconds,
      double radiusMeters,
      double reachMeters) {}

  /// What makes a place home or work. Counted by the clock of the place.
  ///
  /// @param nights slept there
  /// @param allNights slept at any place
  /// @param weekdaySeconds spent there on working days in working hours
  /// @param allWeekdaySeconds spent at any place but home
  /// @param workdays on which some of that was spent
  public record RoleEvidence(
      Role role,
      String because,
      double confidence,
      int nights,
      int allNights,
      double weekdaySeconds,
      double allWeekdaySeconds,
      int workdays) {}
}

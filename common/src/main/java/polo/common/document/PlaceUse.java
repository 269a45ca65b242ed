package polo.common.document;

import org.jspecify.annotations.Nullable;

/// What a place is to the user, and what speaks for it. Counted by the clock of the place.
///
/// @param role absent for most places
/// @param confidence of the role, 0 to 1; 0 without one
/// @param nights slept there
/// @param weekdaySeconds spent there on working days in working hours
/// @param workdays on which some of that was spent
public record PlaceUse(
    @Nullable Role role, double confidence, int nights, double weekdaySeconds, int workdays) {

  /// What people call a place by.
  public enum Role {
    HOME,
    WORK
  }
}

package polo.common.document;

import org.jspecify.annotations.Nullable;

/// A stay or trip that the user pinned, or that had to leave its id to a pinned one.
///
/// @param id the item is known by
/// @param derivedId the one it would have without pins
/// @param note the user's; absent for none
/// @param hidden true when the user does not want to see it
public record PinnedItem(
    Kind kind, String id, String derivedId, @Nullable String note, boolean hidden) {

  /// What is pinned.
  public enum Kind {
    STAY,
    TRIP
  }
}

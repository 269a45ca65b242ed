package polo.common.document;

import org.jspecify.annotations.Nullable;

/// A stay or trip that the user pinned, or that is known by another id than the one it was derived
/// with: since it kept an older one, or had to leave its own to another.
///
/// @param id the item is known by
/// @param derivedId the one it was derived with
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

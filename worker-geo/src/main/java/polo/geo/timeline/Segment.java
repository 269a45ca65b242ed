package polo.geo.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import polo.common.document.Gap;
import polo.common.document.Stay;
import polo.common.document.Trip;

/// What was made of a track between two cuts: at most one stay, then at most one trip, then at most
/// one gap.
///
/// @param reaches true when the trip ends in the stay that the next segment begins with
/// @param next the fix that the next segment begins with; -1 when there is none
/// @param decidedAt the time of the last fix that had a say in this segment
/// @param isFinal true when no later fix can change this segment or where the next begins
record Segment(
    @Nullable Stay stay,
    @Nullable Trip trip,
    @Nullable Gap gap,
    boolean reaches,
    int next,
    Instant decidedAt,
    boolean isFinal) {}

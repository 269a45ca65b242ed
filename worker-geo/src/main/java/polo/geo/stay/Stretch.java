package polo.geo.stay;

import org.jspecify.annotations.Nullable;

/// What a track holds from one cut to the next: at most one stay, then movement, and how that ends.
///
/// @param visit the stay it begins with; absent when it begins with movement
/// @param onward the next stay's arrival, or where the track is lost or ends
public record Stretch(@Nullable Visit visit, Finding onward) {}

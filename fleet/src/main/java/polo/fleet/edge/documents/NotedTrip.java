package polo.fleet.edge.documents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import polo.common.document.Trip;

/// A trip, and what the user said of it.
///
/// @param note absent for none
public record NotedTrip(@JsonUnwrapped Trip trip, @Nullable String note, boolean hidden) {}

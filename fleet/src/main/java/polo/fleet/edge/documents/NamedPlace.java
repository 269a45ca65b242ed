package polo.fleet.edge.documents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import polo.common.document.Place;
import polo.common.document.RefinedAddress;

/// A place, and what to call it.
///
/// @param label what to call it when talking to people, see [PlaceNames]
/// @param refined what a provider knows of it; absent for nothing
public record NamedPlace(
    @JsonUnwrapped Place place, String label, @Nullable RefinedAddress refined) {}

package polo.common.document;

/// A place's id that outlived a change of the derivation: the place there goes by it.
///
/// @param lat where the place was when it was first derived by the later one, degrees
/// @param lon likewise
/// @param alias true when the place there has another id, and this one became an alias of it
public record CarriedPlace(String id, double lat, double lon, boolean alias) {}

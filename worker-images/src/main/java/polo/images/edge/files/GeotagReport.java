package polo.images.edge.files;

import org.jspecify.annotations.Nullable;

/// What `polo photo --geotag` prints of a file: one JSON object. The file itself stays as it is.
///
/// @param type always `geotag`
/// @param file as it was given
/// @param copy the geotagged copy that was written; absent when there is none
/// @param sidecar the XMP file that was written; absent for a photo that has a position already
/// @param why there is no copy; absent when there is one
public record GeotagReport(
    String type,
    String file,
    @Nullable String copy,
    @Nullable String sidecar,
    @Nullable String why) {}

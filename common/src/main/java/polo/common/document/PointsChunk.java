package polo.common.document;

/// Raw fixes of one device in one quarter of an hour: columns of delta-encoded integers, each a
/// base64 text of zig-zag varints. Never filtered, only flagged when derived.
///
/// A point costs about 12 bytes at one fix a second. [PointsCodec] reads and writes it.
///
/// @param count how many fixes
/// @param time milliseconds since the bucket's start
/// @param lat 1e-7 degrees
/// @param lon 1e-7 degrees
/// @param alt decimetres, with a bitmap of presence; empty when no fix has one
/// @param acc decimetres, likewise
/// @param speed centimetres a second, likewise
/// @param heading hundredths of a degree, likewise
/// @param activity run-length texts; empty when no fix has one
public record PointsChunk(
    int count,
    String time,
    String lat,
    String lon,
    String alt,
    String acc,
    String speed,
    String heading,
    String activity) {}

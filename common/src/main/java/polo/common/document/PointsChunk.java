package polo.common.document;

/// Raw fixes of one device in one quarter of an hour, a column for each fact. Never filtered, only
/// flagged when derived. [PointsCodec] reads and writes it; a point costs about 12 bytes at one fix
/// a second.
///
/// A column is the base64 of varints (seven bits a byte, lowest first, high bit: more follow). `zz`
/// is the zig-zag of a signed number: 0, -1, 1, -2 are 0, 1, 2, 3.
///
/// - steady columns (`time`, `lat`, `lon`): the first value, then the first step, then by how much
///   each step differs from the one before; all `zz`.
/// - sparse columns (`alt`, `acc`, `speed`, `heading`): 0 when absent, else 1 + `zz` of the step
///   from the last value present (from 0 at first); empty when no fix has one.
/// - `activity`: runs of how many fixes, length of the UTF-8 text (0 when absent), the text; empty
///   when no fix has one.
///
/// @param count how many fixes
/// @param time milliseconds since the bucket's start, ascending
/// @param lat 1e-7 degrees
/// @param lon 1e-7 degrees
/// @param alt decimetres
/// @param acc decimetres
/// @param speed centimetres a second
/// @param heading hundredths of a degree
/// @param activity the device's own hint
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

/// The whole derivation, from a track to a timeline, at once or again in part. Pure. Start reading
/// at [TimelineDeriver].
@NullMarked
package polo.geo.timeline;

import org.jspecify.annotations.NullMarked;

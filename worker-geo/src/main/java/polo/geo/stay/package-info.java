/// Time spent in one spot: finding stays in a track, and what silence means. Pure.
@NullMarked
package polo.geo.stay;

import org.jspecify.annotations.NullMarked;

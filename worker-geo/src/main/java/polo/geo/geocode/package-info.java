/// Names for positions: the port the core asks; its answers come from the edge. Pure.
@NullMarked
package polo.geo.geocode;

import org.jspecify.annotations.NullMarked;

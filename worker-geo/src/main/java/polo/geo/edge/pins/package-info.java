/// Pins as the app writes them.
@NullMarked
package polo.geo.edge.pins;

import org.jspecify.annotations.NullMarked;

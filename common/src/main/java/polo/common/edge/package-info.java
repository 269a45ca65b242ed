/// Everything of common that touches the world, and its wiring.
@NullMarked
package polo.common.edge;

import org.jspecify.annotations.NullMarked;

/// Everything of the fleet's command that touches the world. Only the entry point lies outside.
@NullMarked
package polo.fleet.edge;

import org.jspecify.annotations.NullMarked;

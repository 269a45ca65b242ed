/// Showing how far long work is.
@NullMarked
package polo.fleet.edge.progress;

import org.jspecify.annotations.NullMarked;

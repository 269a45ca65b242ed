/// The verbs of the `polo` command, a class each.
@NullMarked
package polo.fleet.edge.verbs;

import org.jspecify.annotations.NullMarked;

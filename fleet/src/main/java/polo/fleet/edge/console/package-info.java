/// What the fleet shows in a browser, and the same as JSON.
@NullMarked
package polo.fleet.edge.console;

import org.jspecify.annotations.NullMarked;

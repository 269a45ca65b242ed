/// What can be set, what is set, and what only looks as if it were.
@NullMarked
package polo.fleet.edge.config;

import org.jspecify.annotations.NullMarked;

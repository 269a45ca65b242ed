/// The polo command.
@NullMarked
package polo.fleet;

import org.jspecify.annotations.NullMarked;

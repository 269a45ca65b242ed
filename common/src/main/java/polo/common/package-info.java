/// The words shared by both workers, and their edge.
@NullMarked
package polo.common;

import org.jspecify.annotations.NullMarked;

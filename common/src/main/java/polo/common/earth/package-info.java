/// Positions on Earth and the distances between them. Pure.
@NullMarked
package polo.common.earth;

import org.jspecify.annotations.NullMarked;

/// Two stores of which one is written to: which one, how far the other is behind, and how work
/// moves from one to the other.
@NullMarked
package polo.common.edge.standby;

import org.jspecify.annotations.NullMarked;

/// Polo's roles as processes of their own, against a broker and a store that are elsewhere.
@NullMarked
package polo.fleet.edge.process;

import org.jspecify.annotations.NullMarked;

/// A user's timeline in the document store.
@NullMarked
package polo.geo.edge.store;

import org.jspecify.annotations.NullMarked;

/// The API as the verbs use it.
@NullMarked
package polo.fleet.edge.client;

import org.jspecify.annotations.NullMarked;

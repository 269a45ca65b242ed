/// The whole fleet in one process: broker, store, blobs, both workers, console.
@NullMarked
package polo.fleet.edge.embedded;

import org.jspecify.annotations.NullMarked;

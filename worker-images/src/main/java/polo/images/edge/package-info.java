/// The edge of the photo worker: wiring.
@NullMarked
package polo.images.edge;

import org.jspecify.annotations.NullMarked;

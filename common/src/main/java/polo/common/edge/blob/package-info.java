/// The blob store: originals, renditions and large uploads.
@NullMarked
package polo.common.edge.blob;

import org.jspecify.annotations.NullMarked;

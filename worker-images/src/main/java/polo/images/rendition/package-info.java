/// Which images are derived from an original, and how large. Pure.
@NullMarked
package polo.images.rendition;

import org.jspecify.annotations.NullMarked;

/// Turns uploaded photos into facts and renditions.
@NullMarked
package polo.images;

import org.jspecify.annotations.NullMarked;

/// Draws the pictures of `docs/how-polo-derives.md` from what the code really derives.
@NullMarked
package polo.geo.picture;

import org.jspecify.annotations.NullMarked;

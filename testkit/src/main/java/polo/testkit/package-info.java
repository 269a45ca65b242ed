/// Synthetic tracks and photos, and contract kits.
@NullMarked
package polo.testkit;

import org.jspecify.annotations.NullMarked;

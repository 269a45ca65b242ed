/// What can be set about photos, with defaults.
@NullMarked
package polo.images.edge.settings;

import org.jspecify.annotations.NullMarked;

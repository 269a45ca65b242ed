/// Settings of the geo worker.
@NullMarked
package polo.geo.edge.settings;

import org.jspecify.annotations.NullMarked;

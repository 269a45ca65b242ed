/// Settings shared by both workers.
@NullMarked
package polo.common.edge.settings;

import org.jspecify.annotations.NullMarked;

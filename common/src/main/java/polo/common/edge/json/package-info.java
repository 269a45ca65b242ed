/// The one way Polo reads and writes JSON.
@NullMarked
package polo.common.edge.json;

import org.jspecify.annotations.NullMarked;

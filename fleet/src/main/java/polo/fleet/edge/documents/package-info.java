/// Reading what the workers wrote.
@NullMarked
package polo.fleet.edge.documents;

import org.jspecify.annotations.NullMarked;

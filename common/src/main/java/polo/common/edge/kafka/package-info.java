/// Topics, job records and the routing of outcomes.
@NullMarked
package polo.common.edge.kafka;

import org.jspecify.annotations.NullMarked;

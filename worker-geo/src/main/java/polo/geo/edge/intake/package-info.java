/// Jobs come in from Kafka, are folded per user, and their outcomes go out.
@NullMarked
package polo.geo.edge.intake;

import org.jspecify.annotations.NullMarked;

/// Metrics and health shared by both workers.
@NullMarked
package polo.common.edge.telemetry;

import org.jspecify.annotations.NullMarked;

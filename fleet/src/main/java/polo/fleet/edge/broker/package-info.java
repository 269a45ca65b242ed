/// A real Kafka broker inside this process.
@NullMarked
package polo.fleet.edge.broker;

import org.jspecify.annotations.NullMarked;

/// Real faults on a real fleet: three brokers and several workers as processes of their own, which
/// are killed, frozen, cut off and restarted while jobs arrive, and what must have come out.
@NullMarked
package polo.fleet.edge.chaos;

import org.jspecify.annotations.NullMarked;

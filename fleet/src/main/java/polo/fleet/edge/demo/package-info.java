/// The sample journey through the whole fleet.
@NullMarked
package polo.fleet.edge.demo;

import org.jspecify.annotations.NullMarked;

/// What operators ask of a fleet: dead letters, status, diagnosis, settings. Services without a
/// command line or a page, for both.
@NullMarked
package polo.fleet.edge.ops;

import org.jspecify.annotations.NullMarked;

/// Bringing files into a fleet: what the app's API does with an upload, from the command line.
@NullMarked
package polo.fleet.edge.upload;

import org.jspecify.annotations.NullMarked;

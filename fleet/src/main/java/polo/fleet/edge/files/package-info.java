/// Readers of recorded positions in the formats people have: CSV, GPX, GeoJSON, Google, OwnTracks.
@NullMarked
package polo.fleet.edge.files;

import org.jspecify.annotations.NullMarked;

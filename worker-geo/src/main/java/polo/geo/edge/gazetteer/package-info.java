/// The embedded gazetteer: country, region, town and time zone of any position, offline, from data
/// shipped with Polo ([GazetteerBuild] makes it). [EmbeddedGazetteer] is the way in.
@NullMarked
package polo.geo.edge.gazetteer;

import org.jspecify.annotations.NullMarked;

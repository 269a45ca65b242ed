/// Street names from geocoding providers over HTTP: asked for places, never for fixes, at the pace
/// their terms allow for the whole fleet, and never waited for.
@NullMarked
package polo.geo.edge.provider;

import org.jspecify.annotations.NullMarked;

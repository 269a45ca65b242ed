/// What touches the world: jobs, documents, files, geocoding providers.
@NullMarked
package polo.geo.edge;

import org.jspecify.annotations.NullMarked;

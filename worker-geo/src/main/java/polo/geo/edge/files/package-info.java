/// Derivations as files, for people and scripts.
@NullMarked
package polo.geo.edge.files;

import org.jspecify.annotations.NullMarked;

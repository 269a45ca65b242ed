/// Photo jobs: from an uploaded original to its documents.
@NullMarked
package polo.images.edge.intake;

import org.jspecify.annotations.NullMarked;

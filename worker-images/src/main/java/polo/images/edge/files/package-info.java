/// Photos as files on disk, for the command line.
@NullMarked
package polo.images.edge.files;

import org.jspecify.annotations.NullMarked;

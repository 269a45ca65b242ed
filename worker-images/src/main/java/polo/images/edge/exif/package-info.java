/// Reads EXIF and XMP with metadata-extractor.
@NullMarked
package polo.images.edge.exif;

import org.jspecify.annotations.NullMarked;

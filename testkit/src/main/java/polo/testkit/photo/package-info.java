/// Photos drawn by code, with genuine EXIF, so that no camera and no one's pictures are needed.
@NullMarked
package polo.testkit.photo;

import org.jspecify.annotations.NullMarked;

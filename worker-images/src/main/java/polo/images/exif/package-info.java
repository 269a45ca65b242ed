/// What a camera wrote about a photo, and when and where it was really taken. Pure.
@NullMarked
package polo.images.exif;

import org.jspecify.annotations.NullMarked;

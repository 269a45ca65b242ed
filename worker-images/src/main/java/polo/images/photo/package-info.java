/// What an original is by its content, judged before a pixel is allocated. Pure.
@NullMarked
package polo.images.photo;

import org.jspecify.annotations.NullMarked;

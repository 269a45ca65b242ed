/// What a photo looks like in a few bytes: a blurred preview, a colour, a fingerprint. Pure.
@NullMarked
package polo.images.impression;

import org.jspecify.annotations.NullMarked;

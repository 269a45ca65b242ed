/// Where the user was when a photo was taken, by the user's own track and timeline. Pure.
@NullMarked
package polo.images.geotag;

import org.jspecify.annotations.NullMarked;

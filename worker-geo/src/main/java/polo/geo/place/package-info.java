/// Spots a user returns to, found from stays. Pure.
@NullMarked
package polo.geo.place;

import org.jspecify.annotations.NullMarked;

/// Where a user is at home, and the travels away from there. Pure.
@NullMarked
package polo.geo.journey;

import org.jspecify.annotations.NullMarked;

/// What the user did to places, stays, trips and journeys, and how it holds against everything that
/// is derived anew. Pure.
@NullMarked
package polo.geo.pin;

import org.jspecify.annotations.NullMarked;

/// Turns GPS fixes into stays, places, trips and journeys.
@NullMarked
package polo.geo;

import org.jspecify.annotations.NullMarked;

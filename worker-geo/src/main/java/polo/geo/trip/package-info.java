/// Movement between stays: its path, distance, speeds, climb and mode. Pure.
@NullMarked
package polo.geo.trip;

import org.jspecify.annotations.NullMarked;

/// A user's fixes in time order, which of them to distrust, and the fingerprints of sets of them.
/// Pure.
@NullMarked
package polo.geo.track;

import org.jspecify.annotations.NullMarked;

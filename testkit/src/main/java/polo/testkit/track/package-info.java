/// Made-up travels with a known truth: itineraries become true movements, and a phone's noisy fixes
/// of them.
@NullMarked
package polo.testkit.track;

import org.jspecify.annotations.NullMarked;

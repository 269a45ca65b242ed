/// The sample journey: what the demo loads, and what end-to-end tests expect of it.
@NullMarked
package polo.testkit.sample;

import org.jspecify.annotations.NullMarked;

/// The contract of document stores, and a store in memory that keeps it.
@NullMarked
package polo.testkit.store;

import org.jspecify.annotations.NullMarked;

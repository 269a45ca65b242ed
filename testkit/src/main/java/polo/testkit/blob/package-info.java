/// The contract of blob stores, and a store in memory that keeps it.
@NullMarked
package polo.testkit.blob;

import org.jspecify.annotations.NullMarked;

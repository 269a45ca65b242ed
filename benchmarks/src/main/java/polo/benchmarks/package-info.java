/// Benchmarks.
@NullMarked
package polo.benchmarks;

import org.jspecify.annotations.NullMarked;

/// Years of made-up fixes, as fast as they can be written: for load runs and large files.
@NullMarked
package polo.testkit.history;

import org.jspecify.annotations.NullMarked;

/// The contract of jobs and events, held to its schemas and examples.
@NullMarked
package polo.testkit.contract;

import org.jspecify.annotations.NullMarked;

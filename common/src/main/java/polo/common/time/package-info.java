/// Spans of time. Pure.
@NullMarked
package polo.common.time;

import org.jspecify.annotations.NullMarked;

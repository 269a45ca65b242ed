/// Secrets, which lie in files and nowhere else.
@NullMarked
package polo.common.edge.secret;

import org.jspecify.annotations.NullMarked;

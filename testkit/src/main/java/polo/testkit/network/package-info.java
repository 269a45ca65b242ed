/// A network that can be made bad on purpose.
@NullMarked
package polo.testkit.network;

import org.jspecify.annotations.NullMarked;

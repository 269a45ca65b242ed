/// The document store: one small port, its adapters, and typed access to documents.
@NullMarked
package polo.common.edge.store;

import org.jspecify.annotations.NullMarked;

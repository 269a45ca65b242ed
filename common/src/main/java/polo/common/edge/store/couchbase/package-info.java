/// The document store on a Couchbase cluster: by key alone, over the cluster's own client, no type
/// of which is seen outside this package.
@NullMarked
package polo.common.edge.store.couchbase;

import org.jspecify.annotations.NullMarked;

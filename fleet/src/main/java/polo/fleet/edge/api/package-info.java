/// The HTTP API of a fleet, `/v1`: a thin door before the queue and the documents. What it answers
/// is written down in `contract/openapi.yaml`.
@NullMarked
package polo.fleet.edge.api;

import org.jspecify.annotations.NullMarked;

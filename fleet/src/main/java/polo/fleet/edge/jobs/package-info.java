/// What becomes of jobs, by looking at Kafka alone: which were sent, how far the workers are, what
/// was put off and what was given up.
@NullMarked
package polo.fleet.edge.jobs;

import org.jspecify.annotations.NullMarked;

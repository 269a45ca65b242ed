package polo.fleet.edge.jobs;

import org.jspecify.annotations.Nullable;

/// Which jobs are meant; what is absent does not matter.
public record JobFilter(@Nullable JobState state, @Nullable String userId, @Nullable String type) {

  boolean matches(JobStatus job) {
    return (state == null || state == job.state())
        && (userId == null || userId.equals(job.userId()))
        && (type == null || type.equals(job.type()));
  }
}

package polo.common.job;

import java.util.List;

/// What reading a job's bytes can end in. Nothing else happens: a body never throws and never
/// loops.
public sealed interface ParsedJob {

  /// A job to do. Fixes that made no sense were left out, each named in `flaws`; when there are
  /// any, the original is kept in the dead letters and the rest is processed.
  record Valid(Job job, JobHeaders headers, List<Reason> flaws) implements ParsedJob {
    public Valid {
      flaws = List.copyOf(flaws);
    }
  }

  /// Nothing can be done with it.
  record Invalid(Reason reason) implements ParsedJob {}
}

package polo.common.job;

import java.util.List;
import polo.common.earth.Fix;

/// What reading the fixes of an upload can end in, whether they came in a job or in a blob.
public sealed interface ParsedPoints {

  /// At least one fix, in the order they came. Fixes that made no sense were left out, the first of
  /// them named in `flaws`.
  record Valid(List<Fix> fixes, List<Reason> flaws) implements ParsedPoints {
    public Valid {
      fixes = List.copyOf(fixes);
      flaws = List.copyOf(flaws);
    }
  }

  /// No fix can be taken from it.
  record Invalid(Reason reason) implements ParsedPoints {}
}

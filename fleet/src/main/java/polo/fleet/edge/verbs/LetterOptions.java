package polo.fleet.edge.verbs;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import polo.common.job.JobType;
import polo.common.job.ReasonCode;
import polo.fleet.edge.ops.Letter;
import polo.fleet.edge.ops.LetterFilter;
import polo.fleet.edge.ops.LetterState;

/// Which dead letters are meant. All that is given must hold; of several values, one.
final class LetterOptions {

  /// What `--reason` may be.
  static final class Reasons implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return reasons().iterator();
    }
  }

  /// What `--type` may be.
  static final class Types implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(JobType.values()).map(JobType::wireName).iterator();
    }
  }

  @Option(
      names = "--reason",
      paramLabel = "CODE",
      split = ",",
      completionCandidates = Reasons.class,
      description = "Why it was given up, like IMAGE_CORRUPT (contract/README.md has all).")
  private List<String> reasons = List.of();

  @Option(names = "--user", paramLabel = "U", split = ",", description = "Whose job it was.")
  private List<String> users = List.of();

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      split = ",",
      completionCandidates = Types.class,
      description = "What was asked, like photo.uploaded.")
  private List<String> types = List.of();

  @Option(
      names = "--since",
      paramLabel = "WHEN",
      converter = Moment.Converter.class,
      description = "Given up since: 30m, 2h, 3d, 2026-11-25 or 2026-11-25T14:00:00Z.")
  private @Nullable Moment since;

  @Option(
      names = "--id",
      paramLabel = "ID",
      split = ",",
      description = "Of the letter, like 3-17, or of the job (ce_id).")
  private List<String> ids = List.of();

  @Spec(Target.MIXEE)
  private CommandSpec verb = CommandSpec.create();

  LetterFilter filter(Set<LetterState> states) {
    Set<String> known = new TreeSet<>(reasons().toList());
    for (String reason : reasons) {
      if (!known.contains(reason.toUpperCase(Locale.ROOT))) {
        throw new ParameterException(
            verb.commandLine(), "no reason \"%s\", there are %s".formatted(reason, known));
      }
    }
    return new LetterFilter(
        Set.copyOf(reasons),
        Set.copyOf(users),
        Set.copyOf(types),
        since == null ? null : since.instant(),
        Set.copyOf(ids),
        states,
        Integer.MAX_VALUE);
  }

  private static Stream<String> reasons() {
    return Stream.concat(
        Arrays.stream(ReasonCode.values()).map(ReasonCode::name), Stream.of(Letter.STRANGER));
  }
}

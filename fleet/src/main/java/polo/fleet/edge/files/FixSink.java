package polo.fleet.edge.files;

import org.jspecify.annotations.Nullable;
import polo.common.earth.Fix;

/// Takes what a file holds, in the order of the file.
public interface FixSink {

  /// A position.
  ///
  /// @param user whose it is; absent when the format does not say
  /// @param device which phone or tracker took it; absent when the format does not say
  void fix(@Nullable String user, @Nullable String device, Fix fix);

  /// A row that is not a position and was left out.
  void flaw(Flaw flaw);
}

package polo.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The shortest runs of `polo chaos`; docs/fleet.md has the long ones.
class ChaosIT {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"duplicates", "worker-kill"})
  void nothing_is_lost_and_nothing_is_twice(String fault) throws IOException, InterruptedException {
    try (PoloProcess polo =
        PoloProcess.start(folder, "chaos", "--fault", fault, "--jobs", "200", "--kills", "1")) {
      assertThat(polo.exitCode()).isZero();
      assertThat(polo.lines()).last().isEqualTo("lost 0, doubled 0, differing 0");
    }
  }
}

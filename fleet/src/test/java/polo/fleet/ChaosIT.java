package polo.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shortest run of `polo chaos` that says something; docs/fleet.md has the long ones.
class ChaosIT {

  @TempDir Path folder;

  @Test
  void copies_poison_and_a_killed_worker_leave_no_mark() throws IOException, InterruptedException {
    String[] chaos = {
      "chaos", "--fault", "duplicates,worker-kill", "--jobs", "200", "--kills", "1"
    };

    try (PoloProcess polo = PoloProcess.start(folder, chaos)) {
      assertThat(polo.exitCode()).isZero();
      assertThat(polo.lines()).last().isEqualTo("lost 0, doubled 0, differing 0");
    }
  }
}

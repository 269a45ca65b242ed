package polo.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.fleet.edge.broker.EmbeddedBroker;
import polo.fleet.edge.broker.FreePort;
import polo.fleet.edge.verbs.Stdio;

/// `polo topics` on a real broker.
class TopicsVerbIT {

  @TempDir Path folder;
  private EmbeddedBroker broker;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @BeforeEach
  void start() throws IOException {
    broker = EmbeddedBroker.start(folder, FreePort.find());
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void topics_are_made_once_and_differences_are_named() {
    assertThat(topics("--partitions", "6", "--dry-run")).isEqualTo(1);
    assertThat(printed()).contains("polo.points.v1           missing").doesNotContain("created");

    assertThat(topics("--partitions", "6")).isZero();
    assertThat(printed()).contains("polo.points.v1           created").doesNotContain("missing");

    assertThat(topics("--partitions", "6", "--dry-run")).isZero();
    assertThat(printed()).contains("polo.points.v1           as wanted").doesNotContain("created");

    assertThat(topics("--partitions", "12", "--json")).isEqualTo(1);
    assertThat(printed())
        .contains("\"topic\":\"polo.points.v1\"")
        .contains("partitions should be 12, is 6");
  }

  private int topics(String... arguments) {
    out.reset();
    String[] all = new String[arguments.length + 3];
    all[0] = "topics";
    all[1] = "--bootstrap";
    all[2] = broker.bootstrap();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return Polo.commandLine(
            new Stdio(
                InputStream.nullInputStream(),
                out,
                new PrintStream(out, true, StandardCharsets.UTF_8)))
        .execute(all);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }
}

package polo.fleet;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import polo.fleet.edge.embedded.FleetAddress;

/// The `polo` command as a process of its own, the way a user runs it.
final class PoloProcess implements AutoCloseable {

  private static final Path JAR = Path.of("target/polo.jar").toAbsolutePath();
  private static final String SERVING = "Serving";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final Path output;

  private PoloProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /// Starts `polo` with these arguments; what it prints goes to a file.
  static PoloProcess start(Path folder, String... arguments) throws IOException {
    return start(folder, Map.of(), arguments);
  }

  /// The same, with settings in its environment.
  static PoloProcess start(Path folder, Map<String, String> settings, String... arguments)
      throws IOException {
    Path output = Files.createTempFile(folder, arguments[0], ".out");
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "-jar",
            JAR.toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors(output).toFile());
    builder.environment().putAll(settings);
    return new PoloProcess(builder.start(), output);
  }

  /// Runs `polo` to its end; answers its exit code.
  static int run(Path folder, String... arguments) throws IOException, InterruptedException {
    try (PoloProcess polo = start(folder, arguments)) {
      return polo.exitCode();
    }
  }

  int exitCode() throws InterruptedException, IOException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("polo does not end:\n" + Files.readString(output));
    }
    return process.exitValue();
  }

  /// Waits until the fleet on this data folder says that it is there.
  PoloProcess awaitFleet(Path data) {
    await()
        .atMost(PATIENCE)
        .failFast("the fleet ended: see " + output, () -> !process.isAlive())
        .until(() -> isMine(FleetAddress.find(data).orElse(null)));
    return this;
  }

  /// Waits until it says where it serves; answers that address.
  String awaitServing() {
    await()
        .atMost(PATIENCE)
        .failFast("it ended: see " + output, () -> !process.isAlive())
        .until(() -> lines().stream().anyMatch(line -> line.startsWith("Ready")));
    return linesNow().stream()
        .filter(line -> line.startsWith(SERVING))
        .map(line -> line.substring(SERVING.length()).strip())
        .findFirst()
        .orElseThrow();
  }

  private List<String> linesNow() {
    try {
      return lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What it printed on standard output so far.
  List<String> lines() throws IOException {
    return Files.readAllLines(output);
  }

  /// What it printed on standard error so far.
  List<String> errors() throws IOException {
    return Files.readAllLines(errors(output));
  }

  private static Path errors(Path output) {
    return output.resolveSibling(output.getFileName() + ".err");
  }

  /// `kill -9`: no hook runs, no buffer is flushed.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  private boolean isMine(@Nullable FleetAddress address) {
    return address != null && address.pid() == process.pid();
  }

  @Override
  public void close() {
    stop();
  }

  /// Asks it to stop and waits; then stops it anyway.
  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

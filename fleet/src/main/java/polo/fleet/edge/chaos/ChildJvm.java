package polo.fleet.edge.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A Java process of our own class path, small in heap; what it prints goes to a file.
final class ChildJvm implements AutoCloseable {

  private static final Duration GOODBYE = Duration.ofSeconds(60);

  private final Process process;
  private final Path output;

  private ChildJvm(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /// Starts a main class.
  ///
  /// @param output where it prints; appended to, so that a restart keeps what was said before
  /// @param command the class and its arguments
  static ChildJvm start(Path output, Map<String, String> environment, List<String> command)
      throws IOException {
    List<String> all = new ArrayList<>();
    all.add(ProcessHandle.current().info().command().orElse("java"));
    all.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path")));
    all.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(all)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    // Whatever ends us, Ctrl-C too, must not leave brokers behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-child"));
    return new ChildJvm(process, output);
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Whether a line of its output begins so.
  boolean hasSaid(String beginning) {
    try {
      return Files.readAllLines(output).stream().anyMatch(line -> line.startsWith(beginning));
    } catch (IOException e) {
      return false;
    }
  }

  Path output() {
    return output;
  }

  /// `kill -9`: no hook runs, no buffer is flushed.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// Stops it in the middle of whatever it does, without a word to anybody.
  void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  /// Lets it go on as if no time had passed.
  void thaw() throws IOException, InterruptedException {
    signal("CONT");
  }

  /// Asks it to end and waits; answers whether it did by itself.
  boolean stop() throws InterruptedException {
    process.destroy();
    boolean ended = process.waitFor(GOODBYE.toSeconds(), TimeUnit.SECONDS);
    if (!ended) {
      kill();
    }
    return ended;
  }

  /// The run is over: nothing it could still do matters.
  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void signal(String name) throws IOException, InterruptedException {
    int code =
        new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException("cannot send %s to process %d".formatted(name, pid()));
    }
  }
}

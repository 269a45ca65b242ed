package polo.fleet.edge.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// The geo workers of a run, as processes that share a broker cluster and a store.
final class Crew implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);
  private static final String READY = "Ready";

  private final Path folder;
  private final Map<String, String> settings;
  private final List<ChildJvm> workers = new ArrayList<>();
  private int hired;

  /// @param settings `POLO_*`, the same for all
  Crew(Path folder, Map<String, String> settings) {
    this.folder = folder;
    this.settings = Map.copyOf(settings);
  }

  int size() {
    return workers.size();
  }

  /// Starts so many more and does not wait for them.
  void hire(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      hired++;
      workers.add(
          ChildJvm.start(
              folder.resolve("worker-%d.log".formatted(hired)),
              settings,
              List.of("polo.fleet.Polo", "worker", "geo", "--port", "0")));
    }
  }

  /// Waits until all of them work.
  void awaitReady() throws InterruptedException {
    Patience.await("workers ready, see " + folder, START, () -> ready().size() == workers.size());
  }

  /// One of those that work; waits for one when all are still starting.
  ChildJvm any(RandomGenerator random) throws InterruptedException {
    Patience.await("a worker ready, see " + folder, START, () -> !ready().isEmpty());
    List<ChildJvm> ready = ready();
    return ready.get(random.nextInt(ready.size()));
  }

  /// It is gone: forgets it.
  void lose(ChildJvm worker) {
    workers.remove(worker);
  }

  /// Asks one to stop, and waits; answers whether it ended by itself.
  boolean dismiss(ChildJvm worker) throws InterruptedException {
    boolean ended = worker.stop();
    lose(worker);
    return ended;
  }

  /// Asks all to stop at once, so that nobody takes over what another leaves.
  void dismissAll() throws InterruptedException {
    for (ChildJvm worker : List.copyOf(workers)) {
      dismiss(worker);
    }
  }

  /// The longest-serving first.
  ChildJvm eldest() {
    return workers.getFirst();
  }

  @Override
  public void close() {
    workers.forEach(ChildJvm::close);
  }

  private List<ChildJvm> ready() {
    return workers.stream()
        .filter(ChildJvm::isAlive)
        .filter(worker -> worker.hasSaid(READY))
        .toList();
  }
}

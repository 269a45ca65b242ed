package polo.fleet.edge.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import polo.fleet.edge.broker.EmbeddedBroker;
import polo.fleet.edge.broker.FreePort;

/// The whole fleet in this process: a real broker, a store (SQLite, unless another is chosen), the
/// file blob store, both workers and the console. All its data lies in one folder and survives
/// `kill -9`.
public final class EmbeddedFleet implements AutoCloseable {

  private final FleetOptions options;
  private final DataLock lock;
  private final EmbeddedBroker broker;
  private final ConfigurableApplicationContext application;
  private final FleetAddress address;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedFleet(
      FleetOptions options,
      DataLock lock,
      EmbeddedBroker broker,
      ConfigurableApplicationContext application) {
    this.options = options;
    this.lock = lock;
    this.broker = broker;
    this.application = application;
    this.address =
        new FleetAddress(
            ProcessHandle.current().pid(),
            broker.bootstrap(),
            "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port"));
    address.write(options.data());
  }

  /// Starts everything and answers once the workers have taken up work.
  ///
  /// @throws FleetStartException when the folder or a port is taken
  public static EmbeddedFleet start(FleetOptions options) {
    try {
      DataLock lock = DataLock.take(options.data());
      EmbeddedBroker broker =
          EmbeddedBroker.start(options.kafkaFolder(), port(options.kafkaPort(), "--kafka-port"));
      int consolePort = port(options.consolePort(), "--port");
      return new EmbeddedFleet(options, lock, broker, application(options, broker, consolePort));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a fleet on " + options.data(), e);
    }
  }

  public FleetAddress address() {
    return address;
  }

  /// A part of the running fleet, by its type.
  public <T> T part(Class<T> type) {
    return application.getBean(type);
  }

  /// Finishes what was begun, then stops workers, broker and store.
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    FleetAddress.clear(options.data());
    application.close();
    broker.close();
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConfigurableApplicationContext application(
      FleetOptions options, EmbeddedBroker broker, int consolePort) {
    Map<String, Object> defaults = new HashMap<>(FleetSettings.defaults(options));
    defaults.put("server.address", "127.0.0.1");
    defaults.put("server.port", consolePort);
    defaults.put("polo.kafka.bootstrap", broker.bootstrap());
    defaults.put("polo.api.open", true);
    return new SpringApplicationBuilder(FleetApplication.class)
        .bannerMode(Banner.Mode.OFF)
        .registerShutdownHook(false)
        .properties(defaults)
        .run(options.store().arguments());
  }

  private static int port(int wanted, String option) throws IOException {
    if (wanted == 0) {
      return FreePort.find();
    }
    if (!FreePort.isFree(wanted)) {
      throw new FleetStartException(
          "port %d is taken; choose another with %s (0: any free one)".formatted(wanted, option));
    }
    return wanted;
  }
}

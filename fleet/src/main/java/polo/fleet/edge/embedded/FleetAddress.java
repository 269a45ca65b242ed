package polo.fleet.edge.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import polo.common.edge.json.Json;

/// Where a running fleet can be reached: written into its data folder while it runs, so that other
/// commands on the same folder find it.
///
/// @param pid of the fleet's process
/// @param bootstrap of its broker
/// @param console its URL
public record FleetAddress(long pid, String bootstrap, String console) {

  private static final String FILE = "fleet.json";

  /// The address of the fleet that runs on `data`; absent when none does.
  public static Optional<FleetAddress> find(Path data) {
    try {
      FleetAddress address = Json.read(Files.readAllBytes(data.resolve(FILE)), FleetAddress.class);
      return ProcessHandle.of(address.pid()).filter(ProcessHandle::isAlive).map(_ -> address);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void write(Path data) {
    try {
      Path half = data.resolve(FILE + ".part");
      Files.write(half, Json.bytes(this));
      Files.move(half, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + data.resolve(FILE), e);
    }
  }

  static void clear(Path data) {
    try {
      Files.deleteIfExists(data.resolve(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + data.resolve(FILE), e);
    }
  }
}

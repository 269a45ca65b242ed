package polo.fleet.edge.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/// The folder in which a node of a KRaft cluster keeps its log.
public final class LogFolder {

  private LogFolder() {}

  /// Prepares a new folder for this node of this cluster. The node's controller listener must be
  /// named `CONTROLLER`.
  public static void format(Path log, int nodeId, String clusterId) throws IOException {
    Files.createDirectories(log);
    Formatter formatter =
        new Formatter()
            .setNodeId(nodeId)
            .setClusterId(clusterId)
            .addDirectory(log.toString())
            .setMetadataLogDirectory(log.toString())
            .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
            .setControllerListenerName("CONTROLLER")
            .setPrintStream(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      formatter.run();
    } catch (Exception e) {
      throw new IOException("cannot prepare the broker's folder " + log, e);
    }
  }
}

package polo.fleet.edge.verbs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import polo.common.edge.json.Json;
import polo.geo.edge.pins.PinReader;
import polo.geo.edge.pins.ReadPins;
import polo.geo.pin.Pins;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A file of pins, as the app writes them: `{"pins": [...]}`.
final class PinFile {

  private PinFile() {}

  /// What makes no sense is said to `flaws` and left out, as a worker would.
  static Pins read(Path file, Consumer<String> flaws) throws IOException {
    ReadPins read = PinReader.read(tree(file));
    read.flaws().forEach(flaw -> flaws.accept(file + ": " + flaw));
    return read.pins();
  }

  private static JsonNode tree(Path file) throws IOException {
    try {
      JsonNode tree = Json.tree(Files.readAllBytes(file));
      if (tree.path("pins").isArray()) {
        return tree;
      }
    } catch (JacksonException e) {
      throw new IOException(file + ": not JSON: " + e.getOriginalMessage(), e);
    }
    throw new IOException(file + ": no pins: they stand in {\"pins\": [...]}");
  }
}

package polo.testkit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import polo.common.edge.json.Json;
import polo.common.edge.kafka.Topics;
import tools.jackson.databind.JsonNode;

/// A message of the contract, from a file of `contract/examples`. Shown by its file name.
record Example(String name, JsonNode file) {

  static final Path CONTRACT = Path.of("..", "contract");

  static Stream<Example> valid() {
    return in("valid");
  }

  static Stream<Example> invalid() {
    return in("invalid");
  }

  static Stream<Example> flawed() {
    return in("flawed");
  }

  static Stream<Example> validJobs() {
    return valid().filter(example -> !example.isEvent());
  }

  static Stream<Example> invalidJobs() {
    return invalid().filter(example -> !example.isEvent());
  }

  static Stream<Example> validEvents() {
    return valid().filter(Example::isEvent);
  }

  static Stream<Example> invalidEvents() {
    return invalid().filter(Example::isEvent);
  }

  static Example of(String path) {
    return read(CONTRACT.resolve("examples").resolve(path));
  }

  String topic() {
    return file.get("topic").stringValue();
  }

  String key() {
    return file.get("key").stringValue();
  }

  String type() {
    return headers().getOrDefault("ce_type", "");
  }

  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    file.get("headers").forEachEntry((name, value) -> headers.put(name, value.stringValue()));
    return headers;
  }

  JsonNode body() {
    return file.get("body");
  }

  /// The bytes on the wire: the body, or where that would be no JSON, its text.
  byte[] bytes() {
    return file.has("bodyText")
        ? file.get("bodyText").stringValue().getBytes(StandardCharsets.UTF_8)
        : Json.bytes(body());
  }

  JsonNode expected() {
    return file.get("expect");
  }

  /// As a consumer gets it.
  ConsumerRecord<byte[], byte[]> record() {
    RecordHeaders headers = new RecordHeaders();
    headers().forEach((name, text) -> headers.add(name, text.getBytes(StandardCharsets.UTF_8)));
    byte[] key = key().getBytes(StandardCharsets.UTF_8);
    return new ConsumerRecord<>(
        topic(),
        3,
        1042,
        Samples.NOON.toEpochMilli(),
        TimestampType.CREATE_TIME,
        key.length,
        bytes().length,
        key,
        bytes(),
        headers,
        Optional.empty());
  }

  @Override
  public String toString() {
    return name;
  }

  private boolean isEvent() {
    return topic().equals(Topics.EVENTS);
  }

  private static Stream<Example> in(String folder) {
    try (Stream<Path> files = Files.list(CONTRACT.resolve("examples").resolve(folder))) {
      return files.sorted().map(Example::read).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Example read(Path file) {
    try {
      return new Example(file.getFileName().toString(), Json.tree(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

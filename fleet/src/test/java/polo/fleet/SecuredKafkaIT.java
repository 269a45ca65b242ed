package polo.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Polo works where the broker asks for a certificate and a password, with the rights that the docs
/// say it needs and no others.
class SecuredKafkaIT {

  private static final Path DOCS = Path.of("../docs/fleet.md");
  private static final Pattern RIGHT =
      Pattern.compile("\\| (topic|group|cluster) \\| `([^`]+)` (\\S+) \\| ([A-Za-z, ]+) \\|.*");

  @TempDir Path folder;
  private SecuredBroker broker;

  @BeforeEach
  void start() throws IOException, InterruptedException, ExecutionException {
    broker = SecuredBroker.start(folder.resolve("kafka"));
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void the_rights_in_the_docs_are_enough()
      throws IOException, InterruptedException, ExecutionException {
    Path file = SampleFiles.history(folder, 2, 1);
    broker.allow(rightsInTheDocs());

    try (PoloProcess geo = polo(settings(), "worker", "geo", "--port", "0");
        PoloProcess photos = polo(settings(), "worker", "images", "--port", "0");
        PoloProcess console = polo(settings(), "console", "--port", "0")) {
      geo.awaitServing();
      photos.awaitServing();
      console.awaitServing();
      PoloProcess importing = polo(settings(), "import", file.toString(), "--wait");

      assertThat(importing.exitCode()).isZero();
    }

    assertThat(output("export")).isNotEmpty();
    assertThat(everythingSaid()).doesNotContain("ten", "changed-it");
  }

  @Test
  void a_wrong_password_is_told_and_ends_the_worker() throws IOException, InterruptedException {
    Map<String, String> settings = settings();
    Path wrong = Files.writeString(folder.resolve("wrong"), "not the password");
    settings.put("POLO_KAFKA_SECURITY_PASSWORDFILE", wrong.toString());

    try (PoloProcess geo = polo(settings, "worker", "geo", "--port", "0")) {
      assertThat(geo.exitCode()).isEqualTo(3);
    }

    assertThat(everythingSaid()).contains("Authentication failed").doesNotContain("not the");
  }

  private static List<AclBinding> rightsInTheDocs() throws IOException {
    List<AclBinding> rights = new ArrayList<>();
    for (String line : Files.readAllLines(DOCS)) {
      var right = RIGHT.matcher(line);
      if (right.matches()) {
        ResourcePattern what =
            new ResourcePattern(
                ResourceType.fromString(right.group(1)),
                right.group(2),
                PatternType.fromString(right.group(3).toUpperCase(Locale.ROOT)));
        Arrays.stream(right.group(4).split(", "))
            .map(word -> SecurityUtils.operation(word.strip()))
            .map(operation ->
                new AccessControlEntry(
                    "User:" + SecuredBroker.USER, "*", operation, AclPermissionType.ALLOW))
            .forEach(entry -> rights.add(new AclBinding(what, entry)));
      }
    }
    assertThat(rights).as("rights in %s", DOCS).isNotEmpty();
    return rights;
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(broker.settings());
    settings.put("POLO_KAFKA_PARTITIONS", "2");
    settings.put("POLO_STORE_URL", "sqlite:" + folder.resolve("polo.db"));
    settings.put("POLO_BLOBS_FOLDER", folder.resolve("blobs").toString());
    return settings;
  }

  private PoloProcess polo(Map<String, String> settings, String... arguments) throws IOException {
    return PoloProcess.start(folder, settings, arguments);
  }

  private List<String> output(String... arguments) throws IOException, InterruptedException {
    try (PoloProcess polo = polo(settings(), arguments)) {
      assertThat(polo.exitCode()).isZero();
      return polo.lines();
    }
  }

  /// What all processes printed.
  private String everythingSaid() throws IOException {
    StringBuilder said = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().matches(".*\\.(out|err)")).toList()) {
        said.append(Files.readString(file));
      }
    }
    return said.toString();
  }
}

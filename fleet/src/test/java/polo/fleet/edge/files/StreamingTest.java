package polo.fleet.edge.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamingTest {

  private static final String HEAP = "-Xmx32m";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "CSV, 3000000",
    "GPX, 500000",
    "GEOJSON, 500000",
    "GOOGLE, 500000",
    "OWNTRACKS, 500000"
  })
  void a_file_larger_than_the_heap_is_read_to_its_end(FixFormat format, long rows)
      throws IOException, InterruptedException {
    Path file = folder.resolve("large");
    Path output = folder.resolve("output");

    Process reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LargeFile.class.getName(),
                format.name(),
                Long.toString(rows),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = reader.waitFor(2, TimeUnit.MINUTES);

    assertThat(ended).isTrue();
    assertThat(output).hasContent(rows + " fixes, 0 flaws");
    assertThat(Files.size(file)).isGreaterThan(32_000_000);
  }
}

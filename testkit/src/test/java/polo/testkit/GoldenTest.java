package polo.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {

  @TempDir Path folder;

  @Test
  void an_update_accepts_what_is_there_now() throws Exception {
    Path file = folder.resolve("deep/stays.txt");

    Golden.matches(file, "home\noffice\n", true);

    assertThat(file).hasContent("home\noffice\n");
  }

  @Test
  void a_difference_fails_and_says_how_to_accept_it() throws Exception {
    Path file = Files.writeString(folder.resolve("stays.txt"), "home\n");

    assertThatThrownBy(() -> Golden.matches(file, "office\n", false))
        .hasMessageContaining("golden.update");
  }

  @Test
  void a_missing_file_is_a_difference() {
    Path file = folder.resolve("none.txt");

    assertThatThrownBy(() -> Golden.matches(file, "home\n", false))
        .hasMessageContaining("none.txt");
  }
}

package polo.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import polo.fleet.edge.verbs.Stdio;

/// Docs that point at something that is no longer there are worse than none.
class DocsTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
  private static final Pattern COMMAND = Pattern.compile("\\./polo ([a-z]+)");

  @Test
  void every_link_to_a_file_leads_to_it() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      Matcher links = LINK.matcher(Files.readString(page));
      while (links.find()) {
        String target = links.group(1);
        if (!target.contains("://") && !Files.exists(page.resolveSibling(target))) {
          broken.add(page + " -> " + target);
        }
      }
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void the_architecture_page_says_where_to_start_reading() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/architecture.md"));

    assertThat(page).contains("## Start reading here");
  }

  @Test
  void every_command_of_the_pages_is_one() throws IOException {
    Set<String> verbs = Polo.commandLine(Stdio.ofProcess()).getSubcommands().keySet();
    Set<String> named = new TreeSet<>();
    for (Path page : pages()) {
      Matcher commands = COMMAND.matcher(Files.readString(page));
      while (commands.find()) {
        named.add(commands.group(1));
      }
    }

    assertThat(named).contains("demo").isSubsetOf(verbs);
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(
              file -> !ROOT.relativize(file).toString().matches("(.*/)?(target|\\.git|data)/.*"))
          .toList();
    }
  }
}

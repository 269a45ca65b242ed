package polo.geo.edge.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtlasShelfTest {

  private final Path source;
  @TempDir Path folder;

  private final AtomicInteger laidOut = new AtomicInteger();
  private final Atlas atlas;

  AtlasShelfTest(@TempDir Path source) throws IOException {
    this.source = source;
    atlas =
        new AtlasWriter(GazetteerBuild.from(TinyWorld.writeSource(source), "tiny"), "made up")
            .atlas();
  }

  @Test
  void what_is_kept_is_not_laid_out_again() {
    ask();
    Atlas again = ask();

    assertThat(laidOut).hasValue(1);
    assertThat(again.isWhole()).isTrue();
    assertThat(again.version()).isEqualTo(atlas.version());
  }

  @Test
  void a_file_cut_off_half_way_is_laid_out_anew() throws IOException {
    ask();
    cutOff(file(), Files.size(file()) / 2);

    Atlas again = ask();

    assertThat(laidOut).hasValue(2);
    assertThat(again.isWhole()).isTrue();
  }

  @Test
  void an_empty_file_is_laid_out_anew() throws IOException {
    ask();
    cutOff(file(), 0);

    assertThat(ask().isWhole()).isTrue();
    assertThat(laidOut).hasValue(2);
  }

  @Test
  void a_file_of_another_layout_is_laid_out_anew() throws IOException {
    ask();
    write(file(), 0, "POLOGAZ1");

    assertThat(ask().isWhole()).isTrue();
    assertThat(laidOut).hasValue(2);
  }

  @Test
  void a_file_of_another_version_under_this_name_is_laid_out_anew() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(source.resolve("admin1.tsv"), "WW.01\tWessex\n");
    new AtlasWriter(GazetteerBuild.from(source, "tiny"), "made up").atlas().writeTo(file());

    Atlas kept = ask();

    assertThat(kept.version()).isEqualTo(atlas.version());
    assertThat(laidOut).hasValue(1);
  }

  @Test
  void where_nothing_can_be_kept_it_answers_from_memory() throws IOException {
    Path noFolder = Files.writeString(folder.resolve("a file"), "");

    Atlas inMemory = new AtlasShelf(noFolder).kept(atlas.version(), () -> atlas);

    assertThat(inMemory).isSameAs(atlas);
  }

  @Test
  void a_single_changed_byte_is_noticed() throws IOException {
    ask();
    write(file(), Files.size(file()) - 20, "?");

    assertThat(Atlas.map(file()).isWhole()).isFalse();
    assertThat(GazetteerCheck.of(file()).isWhole()).isFalse();
  }

  @Test
  void any_other_file_is_no_gazetteer() throws IOException {
    Path letter = Files.writeString(folder.resolve("letter"), "Dear Ada, ".repeat(100));

    assertThatThrownBy(() -> Atlas.map(letter))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a gazetteer");
  }

  private Atlas ask() {
    return new AtlasShelf(folder)
        .kept(
            atlas.version(),
            () -> {
              laidOut.incrementAndGet();
              return atlas;
            });
  }

  private Path file() {
    return folder.resolve("gazetteer-" + atlas.version() + ".3.atlas");
  }

  private static void cutOff(Path file, long size) throws IOException {
    byte[] all = Files.readAllBytes(file);
    Files.delete(file);
    Files.write(file, Arrays.copyOf(all, (int) size));
  }

  private static void write(Path file, long at, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)), at);
    }
  }
}

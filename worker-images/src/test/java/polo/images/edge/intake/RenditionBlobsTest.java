package polo.images.edge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import polo.images.Darkroom;
import polo.images.Darkroom.Examined;
import polo.images.edge.exif.ExtractedFacts;
import polo.images.exif.PhotoFacts;
import polo.images.impression.Miniature;
import polo.images.photo.FirstLook;
import polo.images.photo.PhotoBudget;
import polo.images.rendition.Original;
import polo.images.rendition.Rendered;
import polo.images.rendition.Renderer;
import polo.images.rendition.Rendition;
import polo.images.rendition.RenditionPlan;
import polo.images.rendition.Target;
import polo.testkit.photo.CameraNotes;
import polo.testkit.photo.Subject;
import polo.testkit.photo.SyntheticPhoto;

class RenditionBlobsTest {

  private final MemoryBlobStore blobs = new MemoryBlobStore();

  @Test
  void machines_with_different_engines_write_under_different_names() {
    Development fast = develop("fast");
    Development slow = develop("slow");

    assertThat(fast.engine()).isEqualTo("fast");
    assertThat(text(fast)).isEqualTo("by fast");
    assertThat(slow.engine()).isEqualTo("slow");
    assertThat(text(slow)).isEqualTo("by slow");
  }

  private Development develop(String engine) {
    Darkroom darkroom =
        new Darkroom(
            new FirstLook(PhotoBudget.defaults()),
            new ExtractedFacts(),
            RenditionPlan.defaults(),
            new Signing(engine));
    byte[] bytes =
        SyntheticPhoto.of(
                Subject.HILLS, 64, 48, CameraNotes.phone(LocalDateTime.of(2026, 7, 14, 9, 5)))
            .jpeg();
    Examined examined = darkroom.examine(bytes);
    Original original =
        new Original(
            bytes, examined.look().readHeader().orElseThrow(), examined.facts().orientation());
    return new RenditionBlobs(blobs, darkroom)
        .develop(
            World.job("p1", "originals/u1/p1.jpg", null),
            "hash",
            original,
            PhotoFacts.none(),
            Optional.empty());
  }

  private String text(Development development) {
    String key = development.renditions().getFirst().blobKey();
    return new String(blobs.get(key).orElseThrow(), StandardCharsets.UTF_8);
  }

  /// Renders its own name.
  private record Signing(String engine) implements Renderer {
    @Override
    public Rendered render(Original original, List<Target> targets) {
      byte[] signature = ("by " + engine).getBytes(StandardCharsets.UTF_8);
      return new Rendered.Whole(
          engine,
          targets.stream().map(target -> Rendition.jpeg(target, signature)).toList(),
          new Miniature(1, 1, new int[1]));
    }
  }
}

package polo.images.edge.render;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import polo.images.photo.ImageFormat;
import polo.images.rendition.Renderer;

/// Every renderer keeps the contract.
class RenderersTest {

  private static Renderer thumbnailator() {
    return new ThumbnailatorRenderer(Duration.ofMinutes(1), 0.82);
  }

  @Nested
  class Thumbnailator extends RendererContract {
    @Override
    Renderer renderer() {
      return thumbnailator();
    }
  }

  @Nested
  class ThumbnailatorInLittleMemory extends RendererContract {
    @Override
    Renderer renderer() {
      return new MemoryBoundRenderer(thumbnailator(), 1);
    }
  }

  @Nested
  class Turbo extends RendererContract {
    @Override
    Renderer renderer() {
      assumeThat(TurboJpeg.find()).as("libturbojpeg0 is not installed").isPresent();
      return TurboRenderer.before(thumbnailator(), 0.82);
    }
  }

  /// Given everything, though the worker gives it only what no other renderer knows.
  @Nested
  class VipsForAll extends RendererContract {
    @Override
    Renderer renderer() {
      assumeThat(Vips.find()).as("libvips42 is not installed").isPresent();
      return new VipsRenderer(
          Vips.find().orElseThrow(), thumbnailator(), ImageFormat.decodedByJava(), 0.82);
    }
  }
}

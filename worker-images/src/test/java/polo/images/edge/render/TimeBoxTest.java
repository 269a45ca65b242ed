package polo.images.edge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import polo.common.job.ReasonCode;
import polo.images.rendition.Rendered;
import polo.images.rendition.RenditionPlan;

class TimeBoxTest {

  @Test
  void a_photo_that_takes_too_long_is_too_complex() {
    ThumbnailatorRenderer hasty = new ThumbnailatorRenderer(Duration.ofNanos(1), 0.82);
    byte[] jpeg = Drawn.jpeg(Drawn.checkerboard(300, 300));

    Rendered rendered =
        hasty.render(
            Drawn.original(jpeg),
            RenditionPlan.defaults().targets(Drawn.original(jpeg).uprightSize()));

    assertThat(rendered).isInstanceOf(Rendered.Failed.class);
    assertThat(((Rendered.Failed) rendered).reason().code())
        .isEqualTo(ReasonCode.IMAGE_TOO_COMPLEX);
  }
}

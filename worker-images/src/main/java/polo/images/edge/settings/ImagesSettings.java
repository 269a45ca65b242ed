package polo.images.edge.settings;

import java.time.Duration;
import polo.images.Darkroom;
import polo.images.edge.exif.ExtractedFacts;
import polo.images.edge.exif.TimeBoxedFacts;
import polo.images.edge.render.MemoryBoundRenderer;
import polo.images.edge.render.ThumbnailatorRenderer;
import polo.images.edge.render.TurboRenderer;
import polo.images.edge.render.VipsRenderer;
import polo.images.geotag.CameraClockRule;
import polo.images.geotag.TrackPosition;
import polo.images.photo.FirstLook;
import polo.images.photo.PhotoBudget;
import polo.images.rendition.Renderer;
import polo.images.rendition.RenditionPlan;

/// Everything that can be set about photos.
///
/// @param budget what a photo may cost
/// @param plan which renditions are made
/// @param timeBox for reading one original's facts and for decoding it; facts that take longer are
///   none, and such a picture is refused
/// @param maxDecodedBytes decoded pixels of all jobs together
/// @param trackPosition how far the user's track may be stretched to place a photo
/// @param clockRule how wrong cameras' clocks are, by photos that know better
public record ImagesSettings(
    PhotoBudget budget,
    RenditionPlan plan,
    Duration timeBox,
    long maxDecodedBytes,
    TrackPosition trackPosition,
    CameraClockRule clockRule) {

  /// Half the heap for decoded pixels; a minute for a photo that usually takes a fifth of a second.
  public static ImagesSettings defaults() {
    return new ImagesSettings(
        PhotoBudget.defaults(),
        RenditionPlan.defaults(),
        Duration.ofMinutes(1),
        Runtime.getRuntime().maxMemory() / 2,
        TrackPosition.defaults(),
        CameraClockRule.defaults());
  }

  /// A darkroom by these settings. One for the whole worker: its jobs share the memory.
  public Darkroom darkroom() {
    Renderer renderer = new MemoryBoundRenderer(engines(), maxDecodedBytes);
    return new Darkroom(
        new FirstLook(budget, renderer.formats()),
        new TimeBoxedFacts(new ExtractedFacts(), timeBox),
        plan,
        renderer);
  }

  /// Each asks the one inside it for what it doesn't render itself.
  private Renderer engines() {
    Renderer java = new ThumbnailatorRenderer(timeBox, plan.quality());
    Renderer fast = TurboRenderer.before(java, plan.quality());
    return VipsRenderer.beside(fast, plan.quality());
  }
}

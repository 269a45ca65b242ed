package polo.images;

import java.util.List;
import polo.images.exif.FactsReader;
import polo.images.exif.PhotoFacts;
import polo.images.photo.FirstLook;
import polo.images.photo.Look;
import polo.images.rendition.Original;
import polo.images.rendition.Rendered;
import polo.images.rendition.Renderer;
import polo.images.rendition.RenditionPlan;
import polo.images.rendition.Target;

/// What is done with an original, wherever it comes from: look, read its facts, make renditions.
public record Darkroom(FirstLook look, FactsReader facts, RenditionPlan plan, Renderer renderer) {

  /// What an original turned out to be. Facts are read of a refused one, too: its time and position
  /// are worth keeping.
  public record Examined(Look look, PhotoFacts facts) {}

  public Examined examine(byte[] original) {
    Look first = look.at(original);
    PhotoFacts written =
        first.recognised().map(format -> facts.read(original, format)).orElseGet(PhotoFacts::none);
    return new Examined(first, first.readHeader().map(written::asShownBy).orElse(written));
  }

  /// The renditions an original gets.
  public List<Target> targets(Original original) {
    return plan.targets(original.uprightSize());
  }

  public Rendered render(Original original) {
    return renderer.render(original, targets(original));
  }
}

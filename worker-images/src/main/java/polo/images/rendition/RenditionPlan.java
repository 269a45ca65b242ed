package polo.images.rendition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import polo.images.photo.PixelSize;

/// Which renditions a photo gets: one for each long side aimed at, never larger than the original.
///
/// An aim the original does not reach would only be a copy of it, so of all such aims the smallest
/// alone is kept, and made at the original's size: a photo of 300 px gets `512` (300 px) and `256`.
/// Hence every photo has at least one rendition, and an aim always names an image that is as large
/// as it says or as large as it can be.
///
/// @param recipe version of all this: another one whenever the same original would give other
///   bytes, because names stand for content
/// @param longSides aims in pixels, any order, at least one
/// @param quality of JPEG, 0 to 1
public record RenditionPlan(int recipe, List<Integer> longSides, double quality) {

  public RenditionPlan {
    if (longSides.isEmpty() || longSides.stream().anyMatch(side -> side < 1)) {
      throw new IllegalArgumentException("needs long sides of at least 1 px: " + longSides);
    }
    if (!(quality > 0 && quality <= 1)) {
      throw new IllegalArgumentException("quality outside 0..1: " + quality);
    }
    longSides = longSides.stream().distinct().sorted(Comparator.reverseOrder()).toList();
  }

  public static RenditionPlan defaults() {
    return new RenditionPlan(1, List.of(2048, 1024, 512, 256), 0.82);
  }

  /// The targets for an upright original, from large to small.
  public List<Target> targets(PixelSize upright) {
    List<Target> targets = new ArrayList<>();
    for (int aim : longSides) {
      if (aim >= upright.longSide()) {
        // A smaller aim that is not reached either takes the place of the larger one.
        targets.clear();
      }
      PixelSize size = aim >= upright.longSide() ? upright : upright.withLongSide(aim);
      targets.add(new Target(Integer.toString(aim), size));
    }
    return List.copyOf(targets);
  }
}

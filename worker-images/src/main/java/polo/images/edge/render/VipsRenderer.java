package polo.images.edge.render;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;
import polo.images.impression.Miniature;
import polo.images.photo.ImageFormat;
import polo.images.photo.ImageHeader;
import polo.images.photo.PixelSize;
import polo.images.rendition.Original;
import polo.images.rendition.Rendered;
import polo.images.rendition.Renderer;
import polo.images.rendition.Rendition;
import polo.images.rendition.Target;

/// The renderer for formats no Java library decodes: HEIC, as iPhones write, and AVIF. Needs
/// libvips.
///
/// The original is decoded once, brought to sRGB and to the largest rendition's size; each smaller
/// rendition is made from the one before. A thumbnail in the file is never asked: it may show what
/// was cropped away. Whatever libvips objects to and another renderer knows goes there.
public final class VipsRenderer implements Renderer {

  private static final String ENGINE = "vips";

  private static final Set<ImageFormat> NO_OTHER_KNOWS = Set.of(ImageFormat.HEIC, ImageFormat.AVIF);

  private final Vips library;
  private final Renderer other;
  private final Set<ImageFormat> own;
  private final int quality;

  VipsRenderer(Vips library, Renderer other, Set<ImageFormat> own, double quality) {
    this.library = library;
    this.other = other;
    this.own = own;
    this.quality = (int) Math.round(quality * 100);
  }

  /// This renderer beside the other one when the library is there, else the other one alone.
  ///
  /// @param quality of JPEG, 0 to 1
  public static Renderer beside(Renderer other, double quality) {
    return Vips.find()
        .<Renderer>map(library -> new VipsRenderer(library, other, NO_OTHER_KNOWS, quality))
        .orElse(other);
  }

  @Override
  public String engine() {
    return ENGINE;
  }

  @Override
  public Set<ImageFormat> formats() {
    EnumSet<ImageFormat> all = EnumSet.copyOf(other.formats());
    all.addAll(own);
    return all;
  }

  @Override
  public Rendered render(Original original, List<Target> targets) {
    ImageFormat format = original.header().format();
    if (!own.contains(format)) {
      return other.render(original, targets);
    }
    try (Vips.Work work = library.work()) {
      return whole(work, largest(work, original, targets.getFirst().size()), targets);
    } catch (Vips.Objection objection) {
      return other.formats().contains(format)
          ? other.render(original, targets)
          : new Rendered.Failed(new Reason(ReasonCode.IMAGE_CORRUPT, said(objection)));
    }
  }

  private static String said(Vips.Objection objection) {
    return String.valueOf(objection.getMessage());
  }

  /// The largest rendition's picture, upright and sRGB.
  private static Vips.Image largest(Vips.Work work, Original original, PixelSize upright) {
    ImageHeader header = original.header();
    // What the container turns, the library has turned.
    boolean isTurned = header.turn() != null;
    Vips.Image image = work.load(original.bytes());
    PixelSize size = isTurned ? original.uprightSize() : header.size();
    if (!work.size(image).equals(size)) {
      // What was judged must be what is decoded.
      throw new Vips.Objection("%s pixels, its header says %s".formatted(work.size(image), size));
    }
    return isTurned
        ? work.opaque(image, upright)
        : work.upright(
            work.opaque(image, original.orientation().stored(upright)),
            original.orientation().exif());
  }

  private Rendered whole(Vips.Work work, Vips.Image largest, List<Target> targets) {
    List<Rendition> renditions = new ArrayList<>();
    Vips.Image image = largest;
    for (Target target : targets) {
      if (!work.size(image).equals(target.size())) {
        image = work.inMemory(work.resized(image, target.size()));
      }
      renditions.add(Rendition.jpeg(target, work.jpeg(image, quality)));
    }
    return new Rendered.Whole(ENGINE, renditions, miniature(work.size(image), work.pixels(image)));
  }

  private static Miniature miniature(PixelSize size, byte[] rgb) {
    int[] pixels = new int[rgb.length / 3];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (rgb[3 * i] & 0xff) << 16 | (rgb[3 * i + 1] & 0xff) << 8 | rgb[3 * i + 2] & 0xff;
    }
    return new Miniature(size.width(), size.height(), pixels);
  }
}

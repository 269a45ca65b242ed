package polo.images.edge.render;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import polo.images.photo.ImageFormat;
import polo.images.photo.ImageHeader;
import polo.images.photo.Orientation;
import polo.images.photo.PixelSize;
import polo.images.rendition.Original;
import polo.images.rendition.Rendered;
import polo.images.rendition.Renderer;
import polo.images.rendition.Rendition;
import polo.images.rendition.Target;

/// The fast renderer for what nearly all photos are: sound JPEGs of three components of eight bits,
/// brightness and colour apart. Needs libturbojpeg.
///
/// The library decodes straight to planes at the nearest size that is not too small (eighths of the
/// original), so most pixels never come to be; the planes are resized, turned, brought to sRGB, and
/// encoded as planes: no RGB in between unless the profile asks for it.
///
/// Everything else goes to the other renderer: other formats and colours, and each file the library
/// has the slightest objection to, for it tells only the last of its warnings.
public final class TurboRenderer implements Renderer {

  private static final String ENGINE = "turbo";

  /// Nothing stops a native decoder, so it gets only what it surely finishes in seconds.
  private static final long MAX_PIXELS_TIMES_SCANS = 1_000_000_000;

  private final TurboJpeg library;
  private final Renderer other;
  private final int quality;

  private TurboRenderer(TurboJpeg library, Renderer other, double quality) {
    this.library = library;
    this.other = other;
    this.quality = (int) Math.round(quality * 100);
  }

  /// This renderer before the other one when the library is there, else the other one alone.
  ///
  /// @param quality of JPEG, 0 to 1
  public static Renderer before(Renderer other, double quality) {
    return TurboJpeg.find()
        .<Renderer>map(library -> new TurboRenderer(library, other, quality))
        .orElse(other);
  }

  @Override
  public String engine() {
    return ENGINE;
  }

  @Override
  public Set<ImageFormat> formats() {
    return other.formats();
  }

  @Override
  public Rendered render(Original original, List<Target> targets) {
    return fits(original.header())
        ? largest(original, targets.getFirst().size())
            .map(picture -> whole(picture, targets))
            .orElseGet(() -> other.render(original, targets))
        : other.render(original, targets);
  }

  private static boolean fits(ImageHeader header) {
    return header.format() == ImageFormat.JPEG
        && header.components() == 3
        && header.bits() == 8
        && header.complete()
        && header.size().pixels() * header.scans() <= MAX_PIXELS_TIMES_SCANS;
  }

  /// The largest rendition's picture, upright and sRGB; absent when the library objects.
  private Optional<Picture> largest(Original original, PixelSize upright) {
    PixelSize size = original.orientation().stored(upright);
    Optional<Picture> turned =
        decoded(original, size)
            .map(stored -> original.orientation().swapsSides() ? stored.transposed() : stored);
    Optional<PlaneColours> colours =
        IccSegments.profile(original.bytes()).flatMap(PlaneColours::of);
    return turned.map(picture -> colours.map(to -> to.srgb(picture)).orElse(picture));
  }

  private Optional<Picture> decoded(Original original, PixelSize size) {
    try (Arena arena = Arena.ofConfined()) {
      return library.withDecoder(handle -> decoded(handle, original, size, arena));
    }
  }

  private Optional<Picture> decoded(
      MemorySegment handle, Original original, PixelSize size, Arena arena) throws Throwable {
    MemorySegment jpeg = arena.allocateFrom(ValueLayout.JAVA_BYTE, original.bytes());
    Optional<TurboJpeg.Header> seen = library.header(handle, jpeg, arena);
    Optional<Chroma> chroma = seen.flatMap(Chroma::of);
    PixelSize full = original.header().size();
    boolean agreed =
        seen.filter(header -> header.width() == full.width() && header.height() == full.height())
            .isPresent();
    if (!agreed || chroma.isEmpty()) {
      return Optional.empty();
    }
    Eighths scale = Eighths.reaching(size, full);
    TurboJpeg.Native planes =
        library.planes(
            scale.of(full.width()),
            scale.of(full.height()),
            seen.orElseThrow().subsampling(),
            arena);
    boolean sound =
        library.decode(
            handle, jpeg, planes, scale.of(full.width()), scale.of(full.height()), arena);
    return sound
        ? Optional.of(
            new Shrinking(full, scale, chroma.orElseThrow(), size, original.orientation())
                .from(planes))
        : Optional.empty();
  }

  private Rendered whole(Picture largest, List<Target> targets) {
    List<Rendition> renditions = new ArrayList<>();
    Picture picture = largest;
    for (Target target : targets) {
      picture = PlaneCascade.resized(picture, target.size());
      renditions.add(Rendition.jpeg(target, encoded(picture)));
    }
    return new Rendered.Whole(ENGINE, renditions, PlaneColours.miniature(picture));
  }

  private byte[] encoded(Picture picture) {
    try (Arena arena = Arena.ofConfined()) {
      return library.withEncoder(handle -> {
        TurboJpeg.Native planes =
            library.planes(picture.width(), picture.height(), TurboJpeg.HALVED_BOTH, arena);
        for (int plane = 0; plane < Picture.PLANES; plane++) {
          copy(picture.planes().get(plane), planes, plane);
        }
        return library.encode(handle, planes, picture.width(), picture.height(), quality, arena);
      });
    }
  }

  /// The library's planes may be wider and higher than the picture: their edge repeats its last
  /// column and row.
  private static void copy(Picture.Plane from, TurboJpeg.Native to, int plane) {
    MemorySegment segment = to.planes().get(plane);
    int width = to.widths().get(plane);
    for (int y = 0; y < to.heights().get(plane); y++) {
      int row = Math.min(y, from.height() - 1) * from.width();
      long at = (long) y * width;
      MemorySegment.copy(from.samples(), row, segment, ValueLayout.JAVA_BYTE, at, from.width());
      for (int x = from.width(); x < width; x++) {
        segment.set(ValueLayout.JAVA_BYTE, at + x, from.samples()[row + from.width() - 1]);
      }
    }
  }

  /// How many pixels one sample of chroma covers.
  private record Chroma(int across, int down) {

    static Optional<Chroma> of(TurboJpeg.Header header) {
      if (header.colours() != TurboJpeg.YCBCR) {
        return Optional.empty();
      }
      return switch (header.subsampling()) {
        case 0 -> Optional.of(new Chroma(1, 1));
        case 1 -> Optional.of(new Chroma(2, 1));
        case TurboJpeg.HALVED_BOTH -> Optional.of(new Chroma(2, 2));
        case 4 -> Optional.of(new Chroma(1, 2));
        default -> Optional.empty();
      };
    }
  }

  /// A scale the library decodes to.
  private record Eighths(int count) {

    /// The smallest scale that still reaches a size.
    static Eighths reaching(PixelSize size, PixelSize full) {
      int count = 1;
      while (count < 8
          && (new Eighths(count).of(full.width()) < size.width()
              || new Eighths(count).of(full.height()) < size.height())) {
        count++;
      }
      return new Eighths(count);
    }

    int of(int side) {
      return (int) (((long) side * count + 7) / 8);
    }

    double exactly(int side) {
      return side * count / 8.0;
    }
  }

  /// From decoded planes to the largest rendition, still lying as stored but mirrored as needed.
  private record Shrinking(
      PixelSize full, Eighths scale, Chroma chroma, PixelSize size, Orientation orientation) {

    Picture from(TurboJpeg.Native planes) {
      List<Picture.Plane> shrunk = new ArrayList<>();
      for (int plane = 0; plane < Picture.PLANES; plane++) {
        shrunk.add(resizer(planes, plane).resize(rows(planes, plane), planes.widths().get(plane)));
      }
      return new Picture(size.width(), size.height(), shrunk);
    }

    private PlaneResizer resizer(TurboJpeg.Native planes, int plane) {
      int across = plane == 0 ? 1 : chroma.across();
      int down = plane == 0 ? 1 : chroma.down();
      Taps.Axis fromX =
          new Taps.Axis(planes.widths().get(plane), scale.exactly(full.width()) / across);
      Taps.Axis fromY =
          new Taps.Axis(planes.heights().get(plane), scale.exactly(full.height()) / down);
      int lobes = PlaneCascade.lobes(plane);
      return new PlaneResizer(
          Taps.of(fromX, PlaneCascade.axis(size.width(), plane), isMirroredAcross(), lobes),
          Taps.of(fromY, PlaneCascade.axis(size.height(), plane), isMirroredDown(), lobes));
    }

    private static PlaneResizer.Rows rows(TurboJpeg.Native planes, int plane) {
      MemorySegment segment = planes.planes().get(plane);
      int width = planes.widths().get(plane);
      return (row, into) ->
          MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, (long) row * width, into, 0, width);
    }

    private boolean isMirroredAcross() {
      return switch (orientation) {
        case MIRRORED, UPSIDE_DOWN, TRANSVERSED, TURN_LEFT -> true;
        case UPRIGHT, UPSIDE_DOWN_MIRRORED, TRANSPOSED, TURN_RIGHT -> false;
      };
    }

    private boolean isMirroredDown() {
      return switch (orientation) {
        case UPSIDE_DOWN, UPSIDE_DOWN_MIRRORED, TURN_RIGHT, TRANSVERSED -> true;
        case UPRIGHT, MIRRORED, TRANSPOSED, TURN_LEFT -> false;
      };
    }
  }
}

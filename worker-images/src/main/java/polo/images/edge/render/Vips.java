package polo.images.edge.render;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import polo.images.photo.PixelSize;

/// The calls of libvips that are needed, as version 8.13 and all later ones have them.
///
/// The library is told once to block the loaders its authors don't hold safe with strangers' files
/// (ImageMagick, PDF, SVG and others), to remember no results, and to work on the caller's core
/// only. What it makes for one photo is given back when the [Work] on it ends.
@SuppressWarnings("restricted") // calls native code: that is what it is for
final class Vips {

  private static final List<String> NAMES =
      List.of("libvips.so.42", "libvips.42.dylib", "libvips.dylib", "libvips-42.dll");

  private static final int SEQUENTIAL = 1;
  private static final int FAIL_ON_WARNING = 3;
  private static final int EXACTLY = 3;
  private static final int YES = 1;
  private static final int BYTES = 0;
  private static final int SRGB = 22;
  private static final int HALVED_CHROMA = 1;
  private static final int CHANNELS = 3;

  private static final Optional<Vips> FOUND = search();

  private final SymbolLookup library;
  private final MethodHandle load;
  private final MethodHandle thumbnail;
  private final MethodHandle profiledThumbnail;
  private final MethodHandle colourspace;
  private final MethodHandle cast;
  private final MethodHandle flatten;
  private final MethodHandle turn;
  private final MethodHandle save;
  private final MethodHandle toMemory;
  private final MethodHandle pixels;
  private final MethodHandle width;
  private final MethodHandle height;
  private final MethodHandle bands;
  private final MethodHandle format;
  private final MethodHandle hasAlpha;
  private final MethodHandle type;
  private final MethodHandle setNumber;
  private final MethodHandle numbers;
  private final MethodHandle release;
  private final MethodHandle releaseNumbers;
  private final MethodHandle free;
  private final MethodHandle complaint;
  private final MethodHandle forgetComplaints;

  private Vips(SymbolLookup library) {
    this.library = library;
    load =
        open(3, "vips_image_new_from_buffer", ADDRESS, ADDRESS, JAVA_LONG, ADDRESS)
            .with(ADDRESS, JAVA_INT, ADDRESS, JAVA_INT);
    Open resize = open(3, "vips_thumbnail_image", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
    thumbnail = resize.with(ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT);
    profiledThumbnail =
        resize.with(ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
    colourspace = open(3, "vips_colourspace", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT).with();
    cast = open(3, "vips_cast", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT).with();
    flatten = open(2, "vips_flatten", JAVA_INT, ADDRESS, ADDRESS).with(ADDRESS, ADDRESS);
    turn = open(2, "vips_autorot", JAVA_INT, ADDRESS, ADDRESS).with();
    save =
        open(3, "vips_jpegsave_buffer", JAVA_INT, ADDRESS, ADDRESS, ADDRESS)
            .with(ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT);
    toMemory = call("vips_image_copy_memory", ADDRESS, ADDRESS);
    pixels = call("vips_image_write_to_memory", ADDRESS, ADDRESS, ADDRESS);
    width = call("vips_image_get_width", JAVA_INT, ADDRESS);
    height = call("vips_image_get_height", JAVA_INT, ADDRESS);
    bands = call("vips_image_get_bands", JAVA_INT, ADDRESS);
    format = call("vips_image_get_format", JAVA_INT, ADDRESS);
    type = call("vips_image_get_typeof", JAVA_LONG, ADDRESS, ADDRESS);
    hasAlpha = call("vips_image_hasalpha", JAVA_INT, ADDRESS);
    setNumber = procedure("vips_image_set_int", ADDRESS, ADDRESS, JAVA_INT);
    numbers = call("vips_array_double_new", ADDRESS, ADDRESS, JAVA_INT);
    release = procedure("g_object_unref", ADDRESS);
    releaseNumbers = procedure("vips_area_unref", ADDRESS);
    free = procedure("g_free", ADDRESS);
    complaint = call("vips_error_buffer", ADDRESS);
    forgetComplaints = procedure("vips_error_clear");
  }

  /// The library, when this machine has it and it has all that is needed.
  static Optional<Vips> find() {
    return FOUND;
  }

  private static Optional<Vips> search() {
    for (String name : NAMES) {
      try {
        Vips vips = new Vips(SymbolLookup.libraryLookup(name, Arena.global()));
        if (vips.starts()) {
          return Optional.of(vips);
        }
      } catch (IllegalArgumentException | IllegalCallerException absent) {
        // The next name, or no such engine.
      }
    }
    return Optional.empty();
  }

  private boolean starts() {
    try (Arena arena = Arena.ofConfined()) {
      MethodHandle init = call("vips_init", JAVA_INT, ADDRESS);
      MethodHandle blockUntrusted = procedure("vips_block_untrusted_set", JAVA_INT);
      MethodHandle remember = procedure("vips_cache_set_max", JAVA_INT);
      MethodHandle threads = procedure("vips_concurrency_set", JAVA_INT);
      MethodHandle setVariable = call("g_setenv", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
      return answer(() -> {
        // What it warns of it also answers, and standard error is not its place.
        int ignored =
            (int)
                setVariable.invokeExact(
                    arena.allocateFrom("VIPS_WARNING"), arena.allocateFrom("0"), YES);
        boolean started = (int) init.invokeExact(arena.allocateFrom("polo")) == 0;
        blockUntrusted.invokeExact(YES);
        remember.invokeExact(0);
        threads.invokeExact(1);
        return started;
      });
    }
  }

  /// Thrown when the library objects to a file: an answer on its way to the renderer.
  static final class Objection extends RuntimeException {
    Objection(String message) {
      super(message, null, false, false);
    }
  }

  /// A picture in the library's hands.
  ///
  /// @param address of the library's own object
  record Image(MemorySegment address) {}

  /// What is done with one photo.
  Work work() {
    return new Work();
  }

  final class Work implements AutoCloseable {

    private final Arena arena = Arena.ofConfined();
    private final List<MemorySegment> held = new ArrayList<>();

    private Work() {}

    /// Opens a picture; most of the decoding happens when its pixels are asked for.
    Image load(byte[] bytes) {
      MemorySegment file = arena.allocateFrom(JAVA_BYTE, bytes);
      return held(
          answer(() ->
              (MemorySegment)
                  load.invokeExact(
                      file,
                      file.byteSize(),
                      text(""),
                      text("access"),
                      SEQUENTIAL,
                      text("fail-on"),
                      FAIL_ON_WARNING,
                      MemorySegment.NULL)));
    }

    PixelSize size(Image image) {
      return answer(() ->
          new PixelSize(
              (int) width.invokeExact(image.address()), (int) height.invokeExact(image.address())));
    }

    /// Resized, in sRGB as its profile says, three bytes a pixel, on white.
    Image opaque(Image image, PixelSize size) {
      boolean hasProfile =
          answer(() -> (long) type.invokeExact(image.address(), text("icc-profile-data")) != 0);
      // Without a profile libvips would take gray for another gray than sRGB's.
      Image named = hasProfile ? image : srgb(image);
      boolean isOpaque = answer(() -> (int) hasAlpha.invokeExact(named.address()) == 0);
      Image solid = isOpaque ? named : onWhite(named);
      Image small = hasProfile ? resizedToSrgb(solid, size) : resized(solid, size);
      return inMemory(bytes(srgb(small)));
    }

    Image resized(Image image, PixelSize size) {
      return made(out ->
          (int)
              thumbnail.invokeExact(
                  image.address(),
                  out,
                  size.width(),
                  text("height"),
                  size.height(),
                  text("size"),
                  EXACTLY,
                  text("no-rotate"),
                  YES,
                  MemorySegment.NULL));
    }

    private Image resizedToSrgb(Image image, PixelSize size) {
      return made(out ->
          (int)
              profiledThumbnail.invokeExact(
                  image.address(),
                  out,
                  size.width(),
                  text("height"),
                  size.height(),
                  text("size"),
                  EXACTLY,
                  text("no-rotate"),
                  YES,
                  text("export-profile"),
                  text("srgb"),
                  MemorySegment.NULL));
    }

    private Image srgb(Image image) {
      return made(
          out -> (int) colourspace.invokeExact(image.address(), out, SRGB, MemorySegment.NULL));
    }

    private Image bytes(Image image) {
      return made(out -> (int) cast.invokeExact(image.address(), out, BYTES, MemorySegment.NULL));
    }

    private Image onWhite(Image image) {
      boolean isDeep = answer(() -> (int) format.invokeExact(image.address()) != BYTES);
      double most = isDeep ? 65_535 : 255;
      MemorySegment white = arena.allocateFrom(JAVA_DOUBLE, most, most, most);
      MemorySegment array = answer(() -> (MemorySegment) numbers.invokeExact(white, CHANNELS));
      try {
        return made(out ->
            (int)
                flatten.invokeExact(
                    image.address(), out, text("background"), array, MemorySegment.NULL));
      } finally {
        answer(() -> {
          releaseNumbers.invokeExact(array);
          return true;
        });
      }
    }

    /// Turned as EXIF's orientation says.
    Image upright(Image image, int orientation) {
      answer(() -> {
        setNumber.invokeExact(image.address(), text("orientation"), orientation);
        return true;
      });
      return inMemory(
          made(out -> (int) turn.invokeExact(image.address(), out, MemorySegment.NULL)));
    }

    /// The same with all its pixels there, so that nothing is computed twice.
    Image inMemory(Image image) {
      return held(answer(() -> (MemorySegment) toMemory.invokeExact(image.address())));
    }

    /// Baseline JPEG, 4:2:0, without any of the original's metadata.
    ///
    /// @param quality 0 to 100
    byte[] jpeg(Image image, int quality) {
      MemorySegment buffer = arena.allocate(ADDRESS);
      MemorySegment length = arena.allocate(JAVA_LONG);
      int status =
          answer(() ->
              (int)
                  save.invokeExact(
                      image.address(),
                      buffer,
                      length,
                      text("Q"),
                      quality,
                      text("strip"),
                      YES,
                      text("subsample-mode"),
                      HALVED_CHROMA,
                      MemorySegment.NULL));
      if (status != 0) {
        throw objection();
      }
      return taken(buffer.get(ADDRESS, 0), length.get(JAVA_LONG, 0));
    }

    /// Red, green and blue of each pixel, row by row.
    byte[] pixels(Image image) {
      MemorySegment length = arena.allocate(JAVA_LONG);
      int channels = answer(() -> (int) bands.invokeExact(image.address()));
      if (channels != CHANNELS) {
        throw new Objection("%d channels where sRGB has three".formatted(channels));
      }
      MemorySegment bytes =
          answer(() -> (MemorySegment) pixels.invokeExact(image.address(), length));
      if (bytes.equals(MemorySegment.NULL)) {
        throw objection();
      }
      return taken(bytes, length.get(JAVA_LONG, 0));
    }

    private byte[] taken(MemorySegment bytes, long length) {
      byte[] copy = bytes.reinterpret(length).toArray(JAVA_BYTE);
      answer(() -> {
        free.invokeExact(bytes);
        return true;
      });
      return copy;
    }

    private interface Making {
      int into(MemorySegment out) throws Throwable;
    }

    private Image made(Making making) {
      MemorySegment out = arena.allocate(ADDRESS);
      int status = answer(() -> making.into(out));
      return held(status == 0 ? out.get(ADDRESS, 0) : MemorySegment.NULL);
    }

    private Image held(MemorySegment image) {
      if (image.equals(MemorySegment.NULL)) {
        throw objection();
      }
      held.add(image);
      return new Image(image);
    }

    private MemorySegment text(String text) {
      return arena.allocateFrom(text);
    }

    @Override
    public void close() {
      answer(() -> {
        for (MemorySegment image : held.reversed()) {
          release.invokeExact(image);
        }
        // The library's list of complaints grows without end otherwise.
        forgetComplaints.invokeExact();
        return true;
      });
      arena.close();
    }
  }

  private Objection objection() {
    MemorySegment text = answer(() -> (MemorySegment) complaint.invokeExact());
    String message = text.reinterpret(Long.MAX_VALUE).getString(0).strip();
    return new Objection(message.lines().findFirst().orElse("libvips does not say why"));
  }

  private interface Native<T> {
    T call() throws Throwable;
  }

  @SuppressWarnings("IllegalCatch")
  private static <T> T answer(Native<T> call) {
    try {
      return call.call();
    } catch (RuntimeException | Error ours) {
      throw ours;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /// A function with options: pairs of name and value, a null pointer at the end.
  private record Open(
      MemorySegment address, int fixed, MemoryLayout answer, List<MemoryLayout> first) {

    MethodHandle with(MemoryLayout... options) {
      List<MemoryLayout> all = new ArrayList<>(first);
      all.addAll(List.of(options));
      all.add(ADDRESS);
      return Linker.nativeLinker()
          .downcallHandle(
              address,
              FunctionDescriptor.of(answer, all.toArray(MemoryLayout[]::new)),
              Linker.Option.firstVariadicArg(fixed));
    }
  }

  private Open open(int fixed, String name, MemoryLayout answer, MemoryLayout... first) {
    return new Open(address(name), fixed, answer, List.of(first));
  }

  private MethodHandle call(String name, MemoryLayout answer, MemoryLayout... parameters) {
    return Linker.nativeLinker()
        .downcallHandle(address(name), FunctionDescriptor.of(answer, parameters));
  }

  private MethodHandle procedure(String name, MemoryLayout... parameters) {
    return Linker.nativeLinker()
        .downcallHandle(address(name), FunctionDescriptor.ofVoid(parameters));
  }

  private MemorySegment address(String name) {
    return library.find(name).orElseThrow(() -> new IllegalArgumentException("no " + name));
  }
}

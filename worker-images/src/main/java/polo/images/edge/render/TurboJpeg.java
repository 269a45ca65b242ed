package polo.images.edge.render;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
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

/// The calls of libturbojpeg that are needed, as version 1.5 and all later ones have them.
///
/// A handle that met a broken file may fail on good ones after it, so each photo gets a fresh one
/// ([#withDecoder], [#withEncoder]): making one takes microseconds. Planes are as large as the
/// library itself says, which is more than width times height for odd sizes.
@SuppressWarnings("restricted") // calls native code: that is what it is for
final class TurboJpeg {

  /// How the two chroma planes are stored: both sides halved.
  static final int HALVED_BOTH = 2;

  static final int YCBCR = 1;

  private static final List<String> NAMES =
      List.of("libturbojpeg.so.0", "libturbojpeg.0.dylib", "libturbojpeg.dylib", "turbojpeg.dll");

  /// Write into the buffer given, never into another one.
  private static final int NO_REALLOCATION = 1024;

  private final MethodHandle initDecompress;
  private final MethodHandle initCompress;
  private final MethodHandle destroy;
  private final MethodHandle header;
  private final MethodHandle decompress;
  private final MethodHandle compress;
  private final MethodHandle bufferSize;
  private final MethodHandle planeWidth;
  private final MethodHandle planeHeight;

  private TurboJpeg(SymbolLookup library) {
    initDecompress = call(library, "tjInitDecompress", ADDRESS);
    initCompress = call(library, "tjInitCompress", ADDRESS);
    destroy = call(library, "tjDestroy", JAVA_INT, ADDRESS);
    header =
        call(
            library,
            "tjDecompressHeader3",
            JAVA_INT,
            ADDRESS,
            ADDRESS,
            JAVA_LONG,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS);
    decompress =
        call(
            library,
            "tjDecompressToYUVPlanes",
            JAVA_INT,
            ADDRESS,
            ADDRESS,
            JAVA_LONG,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            JAVA_INT,
            JAVA_INT);
    compress =
        call(
            library,
            "tjCompressFromYUVPlanes",
            JAVA_INT,
            ADDRESS,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            JAVA_INT,
            JAVA_INT,
            ADDRESS,
            ADDRESS,
            JAVA_INT,
            JAVA_INT);
    bufferSize = call(library, "tjBufSize", JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT);
    planeWidth = call(library, "tjPlaneWidth", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    planeHeight = call(library, "tjPlaneHeight", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
  }

  /// The library, when this machine has it and it has all that is needed.
  static Optional<TurboJpeg> find() {
    for (String name : NAMES) {
      try {
        return Optional.of(new TurboJpeg(SymbolLookup.libraryLookup(name, Arena.global())));
      } catch (IllegalArgumentException | IllegalCallerException absent) {
        // The next name, or another engine.
      }
    }
    return Optional.empty();
  }

  /// What the library says of a JPEG before it decodes it.
  ///
  /// @param subsampling the library's number for how chroma is stored
  /// @param colours the library's number for what the components mean
  record Header(int width, int height, int subsampling, int colours) {}

  interface Use<T> {
    T with(MemorySegment handle) throws Throwable;
  }

  <T> T withDecoder(Use<T> use) {
    return with(initDecompress, use);
  }

  <T> T withEncoder(Use<T> use) {
    return with(initCompress, use);
  }

  @SuppressWarnings("IllegalCatch")
  private <T> T with(MethodHandle init, Use<T> use) {
    try {
      MemorySegment handle = (MemorySegment) init.invokeExact();
      if (handle.equals(MemorySegment.NULL)) {
        throw new IllegalStateException("libturbojpeg gives no handle");
      }
      try {
        return use.with(handle);
      } finally {
        int ignored = (int) destroy.invokeExact(handle);
      }
    } catch (RuntimeException | Error ours) {
      throw ours;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /// The header; absent when the library has the slightest objection.
  Optional<Header> header(MemorySegment handle, MemorySegment jpeg, Arena arena) throws Throwable {
    MemorySegment answers = arena.allocate(JAVA_INT, 4);
    int status =
        (int)
            header.invokeExact(
                handle,
                jpeg,
                jpeg.byteSize(),
                answers,
                answers.asSlice(4),
                answers.asSlice(8),
                answers.asSlice(12));
    return status == 0
        ? Optional.of(
            new Header(
                answers.getAtIndex(JAVA_INT, 0),
                answers.getAtIndex(JAVA_INT, 1),
                answers.getAtIndex(JAVA_INT, 2),
                answers.getAtIndex(JAVA_INT, 3)))
        : Optional.empty();
  }

  /// Planes of a picture in native memory, each row right behind the one before.
  record Native(List<MemorySegment> planes, List<Integer> widths, List<Integer> heights) {}

  /// Room for a picture's three planes.
  Native planes(int width, int height, int subsampling, Arena arena) throws Throwable {
    List<MemorySegment> planes = new ArrayList<>();
    List<Integer> widths = new ArrayList<>();
    List<Integer> heights = new ArrayList<>();
    for (int plane = 0; plane < Picture.PLANES; plane++) {
      int planeWide = (int) planeWidth.invokeExact(plane, width, subsampling);
      int planeHigh = (int) planeHeight.invokeExact(plane, height, subsampling);
      planes.add(arena.allocate((long) planeWide * planeHigh));
      widths.add(planeWide);
      heights.add(planeHigh);
    }
    return new Native(planes, widths, heights);
  }

  /// Decodes into planes of a size the library can scale to. False when there was an error or as
  /// much as a warning.
  boolean decode(
      MemorySegment handle, MemorySegment jpeg, Native into, int width, int height, Arena arena)
      throws Throwable {
    int status =
        (int)
            decompress.invokeExact(
                handle,
                jpeg,
                jpeg.byteSize(),
                addresses(into, arena),
                width,
                MemorySegment.NULL,
                height,
                0);
    return status == 0;
  }

  /// Encodes planes stored as [#HALVED_BOTH] to baseline JPEG.
  byte[] encode(MemorySegment handle, Native from, int width, int height, int quality, Arena arena)
      throws Throwable {
    MemorySegment buffer =
        arena.allocate((long) bufferSize.invokeExact(width, height, HALVED_BOTH));
    MemorySegment answer = arena.allocate(ADDRESS);
    answer.set(ADDRESS, 0, buffer);
    MemorySegment size = arena.allocate(JAVA_LONG);
    size.set(JAVA_LONG, 0, buffer.byteSize());
    int status =
        (int)
            compress.invokeExact(
                handle,
                addresses(from, arena),
                width,
                MemorySegment.NULL,
                height,
                HALVED_BOTH,
                answer,
                size,
                quality,
                NO_REALLOCATION);
    if (status != 0) {
      throw new IllegalStateException(
          "libturbojpeg does not encode %d x %d".formatted(width, height));
    }
    return buffer.asSlice(0, size.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
  }

  private static MemorySegment addresses(Native picture, Arena arena) {
    MemorySegment addresses = arena.allocate(ADDRESS, Picture.PLANES);
    for (int plane = 0; plane < Picture.PLANES; plane++) {
      addresses.setAtIndex(ADDRESS, plane, picture.planes().get(plane));
    }
    return addresses;
  }

  private static MethodHandle call(
      SymbolLookup library, String name, MemoryLayout answer, MemoryLayout... parameters) {
    return Linker.nativeLinker()
        .downcallHandle(
            library.find(name).orElseThrow(() -> new IllegalArgumentException("no " + name)),
            FunctionDescriptor.of(answer, parameters));
  }
}

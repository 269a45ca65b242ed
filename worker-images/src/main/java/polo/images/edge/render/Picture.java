package polo.images.edge.render;

import java.util.List;

/// A picture in three planes: brightness, and the two colour differences at half its width and
/// height, rounded up. The upper left chroma sample always covers the upper left two by two pixels.
///
/// @param width in pixels of brightness
record Picture(int width, int height, List<Plane> planes) {

  static final int PLANES = 3;

  Picture {
    planes = List.copyOf(planes);
  }

  /// Samples row by row, one byte each.
  @SuppressWarnings("ArrayRecordComponent") // pixels on their way; never compared, never a key
  record Plane(int width, int height, byte[] samples) {

    Plane transposed() {
      byte[] turned = new byte[samples.length];
      // In tiles, or every write misses the cache.
      int tile = 32;
      for (int top = 0; top < height; top += tile) {
        for (int left = 0; left < width; left += tile) {
          for (int y = top; y < Math.min(height, top + tile); y++) {
            for (int x = left; x < Math.min(width, left + tile); x++) {
              turned[x * height + y] = samples[y * width + x];
            }
          }
        }
      }
      return new Plane(/* width= */ height, /* height= */ width, turned);
    }
  }

  Picture transposed() {
    return new Picture(
        /* width= */ height, /* height= */ width, planes.stream().map(Plane::transposed).toList());
  }

  static int half(int side) {
    return (side + 1) / 2;
  }
}

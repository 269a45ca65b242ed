package polo.testkit.photo;

/// A square of noise worked out once and laid like tiles, without seams: far cheaper than noise at
/// every pixel of a large picture.
final class Texture {

  static final int SIZE = 512;

  private static final int MASK = SIZE - 1;

  private final double[] values = new double[SIZE * SIZE];

  /// @param across how many bumps lie across the tile
  /// @param down how many lie downwards
  Texture(long seed, int across, int down) {
    ValueNoise noise = new ValueNoise(seed, across, down);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        double right = (double) x * across / SIZE;
        double below = (double) y * down / SIZE;
        values[y * SIZE + x] = noise.at(right, below, 4);
      }
    }
  }

  /// In 0..1; repeats every [#SIZE].
  double at(int x, int y) {
    return values[(y & MASK) * SIZE + (x & MASK)];
  }
}

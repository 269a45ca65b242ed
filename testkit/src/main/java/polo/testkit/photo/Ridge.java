package polo.testkit.photo;

/// A chain of hills from its skyline down: hazy at the foot, like mist in a valley.
///
/// @param top usual height of the skyline, as a share of the picture's height from above
/// @param rise how far summits and valleys lie apart, as a share of the height
/// @param hillsAcross how many hills fit into a picture as wide as high
/// @param detail octaves: more are rougher, up to treetops
record Ridge(double top, double rise, double hillsAcross, int detail, Tints tints, long seed)
    implements Layer {

  /// @param crest along the skyline
  /// @param foot further down
  record Tints(int crest, int foot) {}

  private static final double FOOT_DEPTH = 0.30;
  // Meadows and woods are darker and lighter by this share.
  private static final double SHADE = 0.3;

  @Override
  public void paint(Canvas canvas) {
    double[] skyline = skyline(canvas);
    Texture meadows = new Texture(seed + 1, 12, 36);
    double scale = Texture.SIZE / (0.8 * canvas.height);
    int start = Math.max(0, (int) highest(skyline) - 1);
    for (int y = start; y < canvas.height; y++) {
      double share = Math.clamp((y - start) / (FOOT_DEPTH * canvas.height), 0, 1);
      int tint = Canvas.mix(tints.crest, tints.foot, share);
      for (int x = 0; x < canvas.width; x++) {
        double covered = y + 1 - skyline[x];
        if (covered > 0) {
          double shade = SHADE * meadows.at((int) (x * scale), (int) (y * scale));
          canvas.cover(x, y, Canvas.mix(tint, 0x000000, shade), covered);
        }
      }
    }
  }

  double[] skyline(Canvas canvas) {
    ValueNoise hills = ValueNoise.endless(seed);
    double[] skyline = new double[canvas.width];
    for (int x = 0; x < skyline.length; x++) {
      double height = hills.at(hillsAcross * x / canvas.height, 0.5, detail) - 0.5;
      skyline[x] = canvas.height * (top - rise * height);
    }
    return skyline;
  }

  private static double highest(double[] skyline) {
    double highest = Double.MAX_VALUE;
    for (double y : skyline) {
      highest = Math.min(highest, y);
    }
    return highest;
  }
}

package polo.testkit.photo;

import java.util.SplittableRandom;

/// A sky with glow, sun or moon, clouds, and stars at night.
///
/// Soft things need few pixels: the sky is worked out on a coarse grid and smoothly enlarged, which
/// makes a 12 megapixel picture cheap.
///
/// @param horizon where it ends, as a share of the height
/// @param sunAcross where the sun stands, as a share of the width
record Sky(Light light, double horizon, double sunAcross, double cloudiness, long seed)
    implements Layer {

  private static final int CELL = 16;
  private static final int STARS = 500;

  @Override
  public void paint(Canvas canvas) {
    int[][] grid = grid(canvas);
    for (int y = 0; y < canvas.height; y++) {
      int[] above = grid[y / CELL];
      int[] below = grid[y / CELL + 1];
      double down = y % CELL / (double) CELL;
      for (int cell = 0; cell * CELL < canvas.width; cell++) {
        int left = Canvas.mix(above[cell], below[cell], down);
        int right = Canvas.mix(above[cell + 1], below[cell + 1], down);
        int end = Math.min(canvas.width, (cell + 1) * CELL);
        for (int x = cell * CELL; x < end; x++) {
          canvas.set(x, y, Canvas.mix(left, right, x % CELL / (double) CELL));
        }
      }
    }
    if (light == Light.NIGHT) {
      stars(canvas);
    }
    double radius = canvas.height * (light == Light.NIGHT ? 0.020 : 0.026);
    canvas.disc(sunAcross * canvas.width, sunDown() * canvas.height, radius, light.sun);
  }

  private int[][] grid(Canvas canvas) {
    int[][] grid = new int[canvas.height / CELL + 2][canvas.width / CELL + 2];
    for (int row = 0; row < grid.length; row++) {
      for (int column = 0; column < grid[row].length; column++) {
        double down = (double) row * CELL / canvas.height;
        double across = (double) column * CELL / canvas.height;
        grid[row][column] = tint(across, down, (double) canvas.width / canvas.height);
      }
    }
    return grid;
  }

  // Lengths are shares of the height, so that every size shows the same picture.
  private int tint(double across, double down, double aspect) {
    double depth = Math.min(1, down / horizon);
    int clear = Canvas.mix(light.zenith, light.horizon, Math.pow(depth, 1.6));
    double toSun = Math.hypot(across - sunAcross * aspect, down - sunDown());
    double glow = 0.75 * Math.exp(-square(toSun / 0.10)) + 0.40 * Math.exp(-square(toSun / 0.38));
    int lit = Canvas.mix(clear, light.sun, Math.min(1, glow * glowing()));
    // Clouds lie flatter and closer together towards the horizon.
    double far = 1.15 - depth;
    double cloud = ValueNoise.endless(seed).at(across * 1.6 / far, down * 3.4 / far, 6);
    double thickness = ease((cloud - 0.62 + 0.2 * cloudiness) / 0.22) * (0.35 + 0.5 * depth);
    return Canvas.mix(lit, light.clouds, thickness);
  }

  private double glowing() {
    return light == Light.NIGHT ? 0.45 : 1;
  }

  private double sunDown() {
    return horizon * (1 - light.sunHeight);
  }

  private void stars(Canvas canvas) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < STARS; i++) {
      double x = random.nextDouble() * canvas.width;
      double y = random.nextDouble() * canvas.height * horizon;
      double brightness = Math.pow(random.nextDouble(), 3);
      int here = canvas.get((int) x, (int) y);
      canvas.disc(
          x,
          y,
          canvas.height * (0.0004 + 0.0008 * brightness),
          Canvas.mix(here, 0xFFFFFF, 0.35 + 0.6 * brightness));
    }
  }

  private static double square(double value) {
    return value * value;
  }

  private static double ease(double value) {
    double t = Math.clamp(value, 0, 1);
    return t * t * (3 - 2 * t);
  }
}

package polo.testkit.photo;

import java.util.SplittableRandom;

/// A row of house fronts with roofs and windows, along a gentle slope.
///
/// @param foot where the houses stand, as a share of the height from above
/// @param size usual height of a house, as a share of the picture's height
/// @param haze how much of the haze's colour lies over them, 0 to 1
record Houses(Light light, double foot, double size, double haze, long seed) implements Layer {

  private static final int[] FRONTS = {
    0xF2E6CF, 0xF6D9A8, 0xF3C6B0, 0xDCE3E4, 0xEFEFEA, 0xE7B98A, 0xC9D8E2, 0xF0D3D3
  };
  private static final int[] ROOFS = {0xB5583A, 0xA34E36, 0xC06A45, 0x9C5A44};
  private static final int LAMP = 0xFFD58A;
  private static final int GLASS = 0x56636E;

  @Override
  public void paint(Canvas canvas) {
    SplittableRandom random = new SplittableRandom(seed);
    double left = -size * random.nextDouble();
    double aspect = (double) canvas.width / canvas.height;
    while (left < aspect) {
      double width = size * (0.45 + 0.5 * random.nextDouble());
      House house =
          new House(
              left,
              foot + 0.25 * size * Math.sin(left * 5 + seed),
              width,
              size * (0.6 + 0.8 * random.nextDouble()),
              FRONTS[random.nextInt(FRONTS.length)],
              ROOFS[random.nextInt(ROOFS.length)]);
      house(canvas, house, random.split());
      left += width;
    }
  }

  /// Lengths are shares of the picture's height.
  private record House(
      double left, double foot, double width, double height, int front, int roof) {}

  private void house(Canvas canvas, House house, SplittableRandom random) {
    double unit = canvas.height;
    double roofHeight = house.width * 0.34;
    double eaves = house.foot - house.height;
    double bottom = house.foot + size;
    int left = (int) Math.max(0, house.left * unit);
    int right = (int) Math.min(canvas.width, (house.left + house.width) * unit);
    for (int x = left; x < right; x++) {
      double across = (x / unit - house.left) / house.width;
      double ridge = eaves - roofHeight * (1 - Math.abs(2 * across - 1));
      // The gable casts a little shade on the left side.
      int front = shade(house.front, across < 0.04 ? 0.25 : 0);
      fill(canvas, x, ridge * unit, eaves * unit, shade(house.roof, across < 0.5 ? 0.12 : 0));
      fill(canvas, x, eaves * unit, bottom * unit, front);
    }
    windows(canvas, house, random);
  }

  private void windows(Canvas canvas, House house, SplittableRandom random) {
    int columns = Math.max(2, (int) (house.width / size * 5));
    double pitch = house.width / columns;
    double storey = size * 0.26;
    double lowest = house.foot + size - storey;
    for (double top = house.foot - house.height + storey * 0.35; top < lowest; top += storey) {
      for (int column = 0; column < columns; column++) {
        double left = house.left + pitch * (column + 0.27);
        boolean lit = random.nextDouble() < lampsOn();
        Pane pane = new Pane(left, top, pitch * 0.46, storey * 0.55);
        pane(canvas, pane, lit ? LAMP : shade(GLASS, 0.1));
      }
    }
  }

  /// Lengths are shares of the picture's height.
  private record Pane(double left, double top, double width, double height) {}

  private void pane(Canvas canvas, Pane pane, int tint) {
    double unit = canvas.height;
    int from = (int) Math.max(0, pane.left * unit);
    int to = (int) Math.min(canvas.width, (pane.left + pane.width) * unit);
    for (int x = from; x < to; x++) {
      fill(canvas, x, pane.top * unit, (pane.top + pane.height) * unit, tint);
    }
  }

  private void fill(Canvas canvas, int x, double top, double bottom, int tint) {
    int from = (int) Math.max(0, top);
    int to = (int) Math.min(canvas.height, bottom);
    for (int y = from; y < to; y++) {
      canvas.cover(x, y, tint, Math.min(1, y + 1 - top));
    }
  }

  // Shaded, lit by the hour, and seen through the haze.
  private int shade(int tint, double dark) {
    int byLight =
        switch (light) {
          case DAY -> tint;
          case MORNING -> Canvas.mix(tint, light.far, 0.38);
          case EVENING -> Canvas.mix(tint, 0x6B3F45, 0.50);
          case NIGHT -> Canvas.mix(tint, 0x0C1226, 0.84);
        };
    return Canvas.mix(Canvas.mix(byLight, 0x000000, dark), light.horizon, haze);
  }

  private double lampsOn() {
    return switch (light) {
      case DAY -> 0;
      case MORNING -> 0.04;
      case EVENING -> 0.25;
      case NIGHT -> 0.42;
    };
  }
}

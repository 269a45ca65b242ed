package polo.testkit.photo;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import polo.testkit.Seeds;

/// A made-up view, composed by chance: sky, hills fading into haze, a town or a river. The same
/// seed shows the same view at every size.
record Scenery(Subject subject, Light light, long seed) {

  private static final int GRAIN = 4;

  BufferedImage paint(int width, int height) {
    Canvas canvas = new Canvas(width, height);
    for (Layer layer : layers()) {
      layer.paint(canvas);
    }
    canvas.grain(GRAIN, seed);
    return canvas.image();
  }

  private List<Layer> layers() {
    Random random = Seeds.random(seed, "scenery");
    double sunAcross = 0.22 + 0.56 * random.nextDouble();
    double horizon = 0.56 + 0.10 * random.nextDouble();
    List<Layer> layers = new ArrayList<>();
    layers.add(new Sky(light, horizon, sunAcross, random.nextDouble(), random.nextLong()));
    switch (subject) {
      case HILLS -> hills(layers, horizon, 5, random);
      case RIVER -> {
        hills(layers, horizon - 0.02, 2, random);
        layers.add(new Water(light, horizon + 0.05, sunAcross, random.nextLong()));
        layers.add(bank(random));
      }
      case TOWN -> {
        hills(layers, horizon - 0.04, 2, random);
        town(layers, horizon, random);
      }
    }
    return layers;
  }

  private void hills(List<Layer> layers, double horizon, int count, Random random) {
    for (int i = 0; i < count; i++) {
      double nearness = i / 4.0;
      int crest = Canvas.mix(light.far, light.near, nearness);
      int foot = Canvas.mix(crest, light.horizon, 0.45 * (1 - nearness * 0.8));
      layers.add(
          new Ridge(
              horizon + 0.09 * i + 0.03 * i * i * 0.3,
              0.16 + 0.05 * i,
              1.3 + 0.5 * i,
              4 + i,
              new Ridge.Tints(crest, foot),
              random.nextLong()));
    }
  }

  // A strip of dark grass in the foreground gives the picture depth.
  private Ridge bank(Random random) {
    int dark = Canvas.mix(light.near, 0x000000, 0.35);
    Ridge.Tints tints = new Ridge.Tints(dark, Canvas.mix(dark, 0x000000, 0.4));
    return new Ridge(0.97, 0.13, 1.1, 9, tints, random.nextLong());
  }

  private void town(List<Layer> layers, double horizon, Random random) {
    int rows = 5;
    for (int i = 0; i < rows; i++) {
      double nearness = i / (double) (rows - 1);
      layers.add(
          new Houses(
              light,
              horizon + 0.04 + 0.40 * nearness * nearness + 0.05 * nearness,
              0.045 + 0.115 * nearness,
              0.42 * (1 - nearness),
              random.nextLong()));
    }
  }
}

package polo.testkit.photo;

/// Still water from a shore down: what is above, mirrored, rippled and a little darker, with
/// glitter under the sun.
///
/// @param shore as a share of the height from above
record Water(Light light, double shore, double sunAcross, long seed) implements Layer {

  @Override
  public void paint(Canvas canvas) {
    int start = (int) (shore * canvas.height);
    Texture ripples = new Texture(seed, 20, 36);
    int deep = Canvas.mix(light.near, light.zenith, 0.5);
    for (int y = start; y < canvas.height; y++) {
      double depth = (y - start) / (double) (canvas.height - start);
      // Waves look longer and larger the nearer they are.
      double scale = Texture.SIZE / (canvas.height * (0.12 + 0.9 * depth));
      double sway = canvas.height * (0.004 + 0.05 * depth);
      double dark = 0.18 + 0.45 * depth;
      double path = canvas.height * (0.05 + 0.16 * depth);
      for (int x = 0; x < canvas.width; x++) {
        double ripple = ripples.at((int) (x * scale), (int) (y * scale * 5)) - 0.5;
        int fromX = Math.clamp((int) (x + sway * ripple), 0, canvas.width - 1);
        int fromY = Math.max(0, (int) (2.0 * start - y - 1 + sway * ripple));
        int mirrored = Canvas.mix(canvas.get(fromX, fromY), deep, dark);
        double aside = (x - sunAcross * canvas.width) / path;
        double glitter = Math.max(0, ripple * 5 - 0.9) * Math.exp(-aside * aside);
        canvas.set(x, y, Canvas.mix(mirrored, light.sun, Math.min(0.8, glitter)));
      }
    }
  }
}

package polo.images.impression;

/// A blurred preview in about 25 bytes, for an app to paint while the picture is on its way.
///
/// The format is Evan Wallace's ThumbHash (https://evanw.github.io/thumbhash/), which has decoders
/// in many languages: the lowest frequencies of brightness and of two colour differences, in 6 bits
/// for the mean and 4 for the rest. All pictures here are opaque.
final class ThumbHash {

  /// The format's own: more pixels change nothing.
  private static final int MAX_SIDE = 100;

  private static final int FREQUENCIES = 7;
  private static final int MIN_FREQUENCIES = 3;

  private ThumbHash() {}

  static byte[] of(Miniature picture) {
    double scale = Math.min(1, (double) MAX_SIDE / Math.max(picture.width(), picture.height()));
    int width = (int) Math.max(1, Math.round(picture.width() * scale));
    int height = (int) Math.max(1, Math.round(picture.height() * scale));
    double[] red = picture.red().resized(width, height).values();
    double[] green = picture.green().resized(width, height).values();
    double[] blue = picture.blue().resized(width, height).values();
    double[] bright = new double[red.length];
    double[] yellow = new double[red.length];
    double[] redder = new double[red.length];
    for (int i = 0; i < red.length; i++) {
      bright[i] = (red[i] + green[i] + blue[i]) / 3 / 255;
      yellow[i] = ((red[i] + green[i]) / 2 - blue[i]) / 255;
      redder[i] = (red[i] - green[i]) / 255;
    }
    int longSide = Math.max(width, height);
    int across = (int) Math.max(1, Math.round((double) FREQUENCIES * width / longSide));
    int down = (int) Math.max(1, Math.round((double) FREQUENCIES * height / longSide));
    Channel l =
        Channel.of(
            new Samples(width, height, bright),
            Math.max(MIN_FREQUENCIES, across),
            Math.max(MIN_FREQUENCIES, down));
    Channel p = Channel.of(new Samples(width, height, yellow), MIN_FREQUENCIES, MIN_FREQUENCIES);
    Channel q = Channel.of(new Samples(width, height, redder), MIN_FREQUENCIES, MIN_FREQUENCIES);
    return bytes(l, p, q, width > height ? down | 1 << 15 : across);
  }

  private static byte[] bytes(Channel l, Channel p, Channel q, int shape) {
    int count = l.waves().length + p.waves().length + q.waves().length;
    byte[] hash = new byte[5 + (count + 1) / 2];
    int means =
        round(63 * l.mean())
            | round(31.5 + 31.5 * p.mean()) << 6
            | round(31.5 + 31.5 * q.mean()) << 12
            | round(31 * l.scale()) << 18;
    int scales = shape | round(63 * p.scale()) << 3 | round(63 * q.scale()) << 9;
    hash[0] = (byte) means;
    hash[1] = (byte) (means >> 8);
    hash[2] = (byte) (means >> 16);
    hash[3] = (byte) scales;
    hash[4] = (byte) (scales >> 8);
    int at = 0;
    for (Channel channel : new Channel[] {l, p, q}) {
      for (double wave : channel.waves()) {
        hash[5 + at / 2] |= (byte) (round(15 * wave) << at % 2 * 4);
        at++;
      }
    }
    return hash;
  }

  private static int round(double value) {
    return (int) Math.round(value);
  }

  /// A channel's mean and its lowest waves, scaled by the largest to 0..1.
  @SuppressWarnings("ArrayRecordComponent") // read once; never compared, never a key
  private record Channel(double mean, double scale, double[] waves) {

    /// A triangle of frequencies: the more across, the fewer down.
    static Channel of(Samples samples, int across, int down) {
      double[] waves = new double[across * down];
      double[][] rows = rows(samples, across);
      int count = 0;
      double mean = 0;
      double scale = 0;
      for (int v = 0; v < down; v++) {
        for (int u = 0; u * down < across * (down - v); u++) {
          double wave = product(rows[u], 0, cosines(v, samples.height())) / samples.values().length;
          if (u == 0 && v == 0) {
            mean = wave;
          } else {
            waves[count++] = wave;
            scale = Math.max(scale, Math.abs(wave));
          }
        }
      }
      double[] scaled = new double[count];
      for (int i = 0; i < count; i++) {
        scaled[i] = scale == 0 ? 0 : 0.5 + 0.5 / scale * waves[i];
      }
      return new Channel(mean, scale, scaled);
    }

    /// How much of each frequency across there is in each row.
    private static double[][] rows(Samples samples, int frequencies) {
      double[][] rows = new double[frequencies][samples.height()];
      for (int u = 0; u < frequencies; u++) {
        double[] cosines = cosines(u, samples.width());
        for (int y = 0; y < samples.height(); y++) {
          rows[u][y] = product(samples.values(), y * samples.width(), cosines);
        }
      }
      return rows;
    }

    private static double product(double[] values, int from, double[] cosines) {
      double sum = 0;
      for (int i = 0; i < cosines.length; i++) {
        sum += values[from + i] * cosines[i];
      }
      return sum;
    }

    private static double[] cosines(int frequency, int length) {
      double[] cosines = new double[length];
      for (int i = 0; i < length; i++) {
        cosines[i] = Math.cos(Math.PI / length * frequency * (i + 0.5));
      }
      return cosines;
    }
  }
}

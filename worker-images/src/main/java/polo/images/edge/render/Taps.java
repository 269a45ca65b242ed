package polo.images.edge.render;

/// How much each sample along an axis counts for each sample of a smaller axis: a Lanczos window
/// stretched over what one target sample covers.
///
/// Source of the idea: C. E. Duchon, Lanczos filtering in one and two dimensions, 1979. Samples
/// that would lie off the edge count for the ones that are there.
///
/// @param count source samples that count for each target sample
/// @param first the first of them, for each target sample
/// @param weights `count` for each target sample; they sum to one
@SuppressWarnings("ArrayRecordComponent") // read only, never compared, never a key
record Taps(int count, int[] first, float[] weights) {

  /// An axis and how it is read.
  ///
  /// @param samples there are
  /// @param extent of the picture in samples: less than their number when the last one reaches over
  ///   its edge
  record Axis(int samples, double extent) {}

  static Taps of(Axis from, Axis to, boolean mirrored, int lobes) {
    double step = from.extent() / to.extent();
    double stretch = Math.max(1, step);
    double reach = lobes * stretch;
    int count = Math.min(from.samples(), (int) Math.ceil(reach * 2));
    int[] first = new int[to.samples()];
    float[] weights = new float[to.samples() * count];
    for (int i = 0; i < to.samples(); i++) {
      double centre = (i + 0.5) * step;
      centre = mirrored ? from.extent() - centre : centre;
      int start = (int) Math.floor(centre - reach + 0.5);
      first[i] = Math.clamp(start, 0, from.samples() - count);
      weigh(weights, i * count, count, (first[i] + 0.5 - centre) / stretch, 1 / stretch, lobes);
    }
    return new Taps(count, first, weights);
  }

  private static void weigh(
      float[] weights, int at, int count, double start, double step, int lobes) {
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += lanczos(start + k * step, lobes);
    }
    for (int k = 0; k < count; k++) {
      weights[at + k] = (float) (lanczos(start + k * step, lobes) / sum);
    }
  }

  private static double lanczos(double x, int lobes) {
    if (Math.abs(x) < 1e-9) {
      return 1;
    }
    if (Math.abs(x) >= lobes) {
      return 0;
    }
    double angle = Math.PI * x;
    return lobes * Math.sin(angle) * Math.sin(angle / lobes) / (angle * angle);
  }
}

package polo.images.edge.render;

/// Along one axis: which source pixels each target pixel covers, and by what share. The shares of a
/// target pixel add up to exactly one unit, so that a plain area keeps its colour.
final class Shares {

  private final int[] first;
  private final int[] last;
  private final int[] offset;
  private final int[] weights;

  private Shares(int[] first, int[] last, int[] offset, int[] weights) {
    this.first = first;
    this.last = last;
    this.offset = offset;
    this.weights = weights;
  }

  static Shares of(int source, int target, int unitBits) {
    int[] first = new int[target];
    int[] last = new int[target];
    int[] offset = new int[target];
    int[] weights = new int[source + 2 * target];
    int used = 0;
    for (int i = 0; i < target; i++) {
      // In target-ths of a source pixel, target pixel i reaches from i * source to (i+1) * source.
      long from = (long) i * source;
      long to = from + source;
      first[i] = (int) (from / target);
      last[i] = (int) ((to - 1) / target);
      offset[i] = used - first[i];
      long given = 0;
      for (int pixel = first[i]; pixel <= last[i]; pixel++) {
        // Rounding the running total, not each share, makes them add up.
        long covered = Math.min(to, (long) (pixel + 1) * target) - from;
        long total = ((covered << unitBits) + source / 2) / source;
        weights[used++] = (int) (total - given);
        given = total;
      }
    }
    return new Shares(first, last, offset, weights);
  }

  /// How many target pixels.
  int count() {
    return first.length;
  }

  int first(int target) {
    return first[target];
  }

  int last(int target) {
    return last[target];
  }

  /// The share of a source pixel in a target pixel, in units.
  int weight(int target, int source) {
    return weights[offset[target] + source];
  }
}

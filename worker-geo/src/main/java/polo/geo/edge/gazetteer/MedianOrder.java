package polo.geo.edge.gazetteer;

/// Orders points as an implicit k-d tree: in each range the median on the range's axis is in the
/// middle, the smaller before it, the larger behind it; axes take turns from level to level.
/// Quickselect (Hoare 1961) with the middle element as pivot: n log n in all.
final class MedianOrder {

  private final float[][] axes;
  private final int[] order;

  MedianOrder(float[][] axes) {
    this.axes = axes;
    order = new int[axes[0].length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
  }

  /// Numbers of the points, in tree order.
  int[] order() {
    arrange(0, order.length, 0);
    return order;
  }

  private void arrange(int from, int to, int axis) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) >>> 1;
    select(from, to - 1, middle, axes[axis]);
    int next = (axis + 1) % axes.length;
    arrange(from, middle, next);
    arrange(middle + 1, to, next);
  }

  private void select(int first, int last, int wanted, float[] values) {
    int low = first;
    int high = last;
    while (low < high) {
      float pivot = values[order[(low + high) >>> 1]];
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[order[i]] < pivot) {
          i++;
        }
        while (values[order[j]] > pivot) {
          j--;
        }
        if (i <= j) {
          int swapped = order[i];
          order[i++] = order[j];
          order[j--] = swapped;
        }
      }
      if (wanted <= j) {
        high = j;
      } else if (wanted >= i) {
        low = i;
      } else {
        return;
      }
    }
  }
}

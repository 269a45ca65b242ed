package polo.images.edge.render;

import java.util.Arrays;

/// Resizes one plane, first down the columns and then along the rows, keeping only as many source
/// rows as count for one target row.
///
/// The loops over a row have no branches and read forwards, which the JVM turns into vector
/// instructions by itself. Cost: each source row is widened once; `rows.count()` multiplications
/// for each source column of a target row, `columns.count()` for each target sample.
///
/// @param columns for the samples of a row
/// @param rows for the samples of a column
record PlaneResizer(Taps columns, Taps rows) {

  /// Where source rows come from.
  interface Rows {
    void read(int row, byte[] into);
  }

  Picture.Plane resize(Rows source, int sourceWidth) {
    int width = columns.first().length;
    int height = rows.first().length;
    byte[] target = new byte[width * height];
    float[][] ring = new float[rows.count()][sourceWidth];
    byte[] bytes = new byte[sourceWidth];
    float[] sums = new float[sourceWidth];
    boolean backwards = height > 1 && rows.first()[0] > rows.first()[height - 1];
    int next = 0;
    for (int i = 0; i < height; i++) {
      // Always down the source: a mirrored picture is written from its last row on.
      int y = backwards ? height - 1 - i : i;
      int first = rows.first()[y];
      for (next = Math.max(next, first); next < first + rows.count(); next++) {
        source.read(next, bytes);
        widen(bytes, ring[next % ring.length]);
      }
      sumRows(ring, y, sums);
      sumColumns(sums, target, y * width);
    }
    return new Picture.Plane(width, height, target);
  }

  private static void widen(byte[] bytes, float[] into) {
    for (int x = 0; x < into.length; x++) {
      into[x] = bytes[x] & 0xff;
    }
  }

  private void sumRows(float[][] ring, int y, float[] sums) {
    int first = rows.first()[y];
    int at = y * rows.count();
    float[] weights = rows.weights();
    int k = 0;
    Arrays.fill(sums, 0.5f);
    for (; k + 3 < rows.count(); k += 4) {
      add4(
          sums,
          ring[(first + k) % ring.length],
          weights[at + k],
          ring[(first + k + 1) % ring.length],
          weights[at + k + 1],
          ring[(first + k + 2) % ring.length],
          weights[at + k + 2],
          ring[(first + k + 3) % ring.length],
          weights[at + k + 3]);
    }
    for (; k < rows.count(); k++) {
      add(sums, ring[(first + k) % ring.length], weights[at + k]);
    }
  }

  private static void add(float[] sums, float[] row, float weight) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += row[x] * weight;
    }
  }

  private static void add4(
      float[] sums,
      float[] a,
      float wa,
      float[] b,
      float wb,
      float[] c,
      float wc,
      float[] d,
      float wd) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += a[x] * wa + b[x] * wb + c[x] * wc + d[x] * wd;
    }
  }

  private void sumColumns(float[] sums, byte[] target, int start) {
    int count = columns.count();
    float[] weights = columns.weights();
    int[] firsts = columns.first();
    for (int x = 0; x < firsts.length; x++) {
      int from = firsts[x];
      int at = x * count;
      float even = 0;
      float odd = 0;
      int k = 0;
      for (; k + 1 < count; k += 2) {
        even += sums[from + k] * weights[at + k];
        odd += sums[from + k + 1] * weights[at + k + 1];
      }
      if (k < count) {
        even += sums[from + k] * weights[at + k];
      }
      // Half was added to round; weights sum to one, so it is still there.
      int value = (int) (even + odd);
      target[start + x] = (byte) Math.clamp(value, 0, 255);
    }
  }
}

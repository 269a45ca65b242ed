package polo.images.impression;

/// One channel of a picture, row by row.
@SuppressWarnings("ArrayRecordComponent") // pixels on their way; never compared, never a key
record Samples(int width, int height, double[] values) {

  /// At another size: each sample the mean of the area it covers, parts of pixels counted as parts.
  Samples resized(int newWidth, int newHeight) {
    double[] across = new double[newWidth * height];
    for (int y = 0; y < height; y++) {
      shrink(y * width, 1, width, across, y * newWidth, 1, newWidth);
    }
    double[] resized = new double[newWidth * newHeight];
    Samples rows = new Samples(newWidth, height, across);
    for (int x = 0; x < newWidth; x++) {
      rows.shrink(x, newWidth, height, resized, x, newWidth, newHeight);
    }
    return new Samples(newWidth, newHeight, resized);
  }

  private void shrink(int from, int step, int length, double[] to, int at, int toStep, int count) {
    double scale = (double) length / count;
    for (int i = 0; i < count; i++) {
      double start = i * scale;
      double end = start + scale;
      double sum = 0;
      for (int j = (int) start; j < Math.min(length, (int) Math.ceil(end)); j++) {
        sum += values[from + j * step] * (Math.min(end, j + 1.0) - Math.max(start, j));
      }
      to[at + i * toStep] = sum / scale;
    }
  }
}

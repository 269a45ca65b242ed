package polo.images.edge.render;

import java.time.Duration;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/// Stops a reader that takes too long, at the next row it reports.
final class TimeBox implements IIOReadProgressListener {

  private final long nanos;
  private final long start = System.nanoTime();

  TimeBox(Duration limit) {
    this.nanos = limit.toNanos();
  }

  /// Thrown out of the reader: its own way of aborting returns the half-read picture as if whole.
  static final class Over extends RuntimeException {
    private Over() {
      super("time is over", null, false, false);
    }
  }

  @Override
  public void imageProgress(ImageReader source, float percentageDone) {
    if (System.nanoTime() - start > nanos) {
      throw new Over();
    }
  }

  @Override
  public void sequenceStarted(ImageReader source, int minIndex) {}

  @Override
  public void sequenceComplete(ImageReader source) {}

  @Override
  public void imageStarted(ImageReader source, int imageIndex) {}

  @Override
  public void imageComplete(ImageReader source) {}

  @Override
  public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

  @Override
  public void thumbnailProgress(ImageReader source, float percentageDone) {}

  @Override
  public void thumbnailComplete(ImageReader source) {}

  @Override
  public void readAborted(ImageReader source) {}
}

package polo.images.edge.render;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import polo.images.photo.ImageFormat;
import polo.images.rendition.Original;
import polo.images.rendition.Rendered;
import polo.images.rendition.Renderer;
import polo.images.rendition.Target;

/// Lets only so many decoded bytes be in memory at a time: four jobs with 24 megapixels each are
/// another matter than four with 2. A job waits until the others leave it room, in order of
/// arrival; one larger than all there is runs alone.
public final class MemoryBoundRenderer implements Renderer {

  /// The unit of the semaphore, which counts in ints.
  private static final int KIBIBYTE = 1024;

  private final Renderer renderer;
  private final int limit;
  private final Semaphore room;

  public MemoryBoundRenderer(Renderer renderer, long maxDecodedBytes) {
    this.renderer = renderer;
    this.limit = Math.clamp(maxDecodedBytes / KIBIBYTE, 1, Integer.MAX_VALUE);
    this.room = new Semaphore(limit, true);
  }

  @Override
  public String engine() {
    return renderer.engine();
  }

  @Override
  public Set<ImageFormat> formats() {
    return renderer.formats();
  }

  @Override
  public Rendered render(Original original, List<Target> targets) {
    int share = (int) Math.min(limit, original.header().decodedBytes() / KIBIBYTE + 1);
    room.acquireUninterruptibly(share);
    try {
      return renderer.render(original, targets);
    } finally {
      room.release(share);
    }
  }
}

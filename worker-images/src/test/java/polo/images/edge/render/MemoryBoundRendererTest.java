package polo.images.edge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import polo.images.impression.Miniature;
import polo.images.rendition.Original;
import polo.images.rendition.Rendered;
import polo.images.rendition.Renderer;
import polo.images.rendition.Target;

@Timeout(30)
class MemoryBoundRendererTest {

  private static final Original PHOTO =
      Drawn.original(Drawn.jpeg(Drawn.plain(100, 100, Color.RED)));

  private static final int DECODED_BYTES = 100 * 100 * 3;

  @Test
  void photos_that_fit_together_are_rendered_together() throws Exception {
    Meeting meeting = new Meeting(2);
    Renderer bound = new MemoryBoundRenderer(meeting, 3L * DECODED_BYTES);

    inParallel(2, bound);

    assertThat(meeting.most.get()).isEqualTo(2);
  }

  @Test
  void a_photo_waits_until_there_is_room() throws Exception {
    Meeting meeting = new Meeting(1);
    Renderer bound = new MemoryBoundRenderer(meeting, DECODED_BYTES);

    inParallel(4, bound);

    assertThat(meeting.most.get()).isEqualTo(1);
  }

  private static void inParallel(int jobs, Renderer renderer) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(jobs)) {
      List<Future<Rendered>> rendered =
          Stream.generate(() -> threads.submit(() -> renderer.render(PHOTO, List.of())))
              .limit(jobs)
              .toList();
      for (Future<Rendered> one : rendered) {
        one.get();
      }
    }
  }

  /// Renders nothing, but waits until so many are here, and remembers how many were at most.
  private static final class Meeting implements Renderer {
    private final AtomicInteger here = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch expected;

    private Meeting(int expected) {
      this.expected = new CountDownLatch(expected);
    }

    @Override
    public String engine() {
      return "meeting";
    }

    @Override
    public Rendered render(Original original, List<Target> targets) {
      most.accumulateAndGet(here.incrementAndGet(), Math::max);
      expected.countDown();
      try {
        expected.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      here.decrementAndGet();
      return new Rendered.Whole(engine(), List.of(), new Miniature(1, 1, new int[1]));
    }
  }
}

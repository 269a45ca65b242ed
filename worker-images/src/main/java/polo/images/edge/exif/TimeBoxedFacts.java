package polo.images.edge.exif;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import polo.images.exif.FactsReader;
import polo.images.exif.PhotoFacts;
import polo.images.photo.ImageFormat;

/// Gives a reader of facts so much time and no more: what takes longer has no facts. The reader is
/// told to stop; one that does not listen goes on alone, on a thread that holds up nobody.
public final class TimeBoxedFacts implements FactsReader {

  private final FactsReader reader;
  private final Duration timeBox;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("photo-facts-", 0).factory());

  public TimeBoxedFacts(FactsReader reader, Duration timeBox) {
    this.reader = reader;
    this.timeBox = timeBox;
  }

  @Override
  public PhotoFacts read(byte[] original, ImageFormat format) {
    Future<PhotoFacts> facts = threads.submit(() -> reader.read(original, format));
    try {
      return facts.get(timeBox.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException over) {
      facts.cancel(true);
      return PhotoFacts.none();
    } catch (ExecutionException mistake) {
      throw new IllegalStateException("a reader of facts answers whatever it reads", mistake);
    } catch (InterruptedException stopped) {
      facts.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while reading facts", stopped);
    }
  }
}

package polo.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Threads that do something at the same moment.
public final class Crowd {

  private Crowd() {}

  /// What one of them does.
  public interface Part<T> {
    /// Does the part of number `member`, from 0.
    T play(int member) throws Exception;
  }

  /// Lets `size` threads begin together and waits for all. Answers what each had, in order; throws
  /// `AssertionError` when one failed.
  public static <T> List<T> of(int size, Part<T> part) {
    CyclicBarrier start = new CyclicBarrier(size);
    try (ExecutorService threads = Executors.newFixedThreadPool(size)) {
      List<Future<T>> members = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        int member = i;
        members.add(
            threads.submit(() -> {
              start.await();
              return part.play(member);
            }));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> member : members) {
        answers.add(member.get());
      }
      return answers;
    } catch (ExecutionException e) {
      throw new AssertionError("one of the crowd failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}

package polo.fleet.edge.chaos;

import java.time.Duration;

/// Waiting for what must come to pass, and saying what did not.
final class Patience {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private Patience() {}

  /// A state of the world.
  interface Condition {
    boolean holds() throws Exception;
  }

  /// What did not come to pass in time.
  static final class LostException extends RuntimeException {
    LostException(String message) {
      super(message);
    }
  }

  static void await(String what, Duration atMost, Condition condition) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!holds(condition)) {
      if (System.nanoTime() > deadline) {
        throw new LostException("after %d s still not: %s".formatted(atMost.toSeconds(), what));
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }

  /// Who cannot be asked has not come to pass yet: brokers are away on purpose here.
  private static boolean holds(Condition condition) throws InterruptedException {
    try {
      return condition.holds();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return false;
    }
  }
}

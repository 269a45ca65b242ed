package polo.common.edge.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/// That a job was a dead letter before and was put back: text headers `polo-replays` and
/// `polo-replay-of`. Unlike Polo's other headers they stay on the record wherever it goes, so that
/// a job that dies again and again is seen to.
///
/// @param times how often it was put back, from 0
/// @param letter which letter it was the last time, as `topic/partition/offset`; empty when never
public record Replay(int times, String letter) {

  static final String PREFIX = "polo-replay";
  private static final String TIMES = "polo-replays";
  private static final String LETTER = "polo-replay-of";

  private static final Replay NEVER = new Replay(0, "");

  /// What the headers of a record tell.
  public static Replay of(Headers headers) {
    Long times = MovedHeaders.number(headers, TIMES);
    String letter = MovedHeaders.text(headers, LETTER);
    return times == null || letter == null
        ? NEVER
        : new Replay((int) Math.min(times, Integer.MAX_VALUE - 1), letter);
  }

  /// How a dead letter is named in the headers of its replay.
  public static String nameOf(ConsumerRecord<?, ?> dead) {
    return "%s/%d/%d".formatted(dead.topic(), dead.partition(), dead.offset());
  }

  /// The replay of this letter, one more than it tells itself.
  static Replay nextOf(ConsumerRecord<?, ?> dead) {
    return new Replay(of(dead.headers()).times() + 1, nameOf(dead));
  }

  void write(Headers headers) {
    headers.remove(TIMES).remove(LETTER);
    MovedHeaders.put(headers, TIMES, Integer.toString(times));
    MovedHeaders.put(headers, LETTER, letter);
  }
}

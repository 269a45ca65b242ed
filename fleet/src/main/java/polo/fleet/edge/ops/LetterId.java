package polo.fleet.edge.ops;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Where a dead letter lies on its topic: `3-17` is offset 17 of partition 3.
public record LetterId(int partition, long offset) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,6})-(\\d{1,18})");

  static LetterId of(ConsumerRecord<?, ?> record) {
    return new LetterId(record.partition(), record.offset());
  }

  public static Optional<LetterId> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(
            new LetterId(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2))))
        : Optional.empty();
  }

  @Override
  @JsonValue
  public String toString() {
    return partition + "-" + offset;
  }
}

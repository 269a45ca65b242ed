package polo.common.edge.store.couchbase;

import com.couchbase.client.core.cnc.Counter;
import com.couchbase.client.core.cnc.Meter;
import com.couchbase.client.core.cnc.ValueRecorder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The client's own measurements, told to our registry. It records durations in microseconds.
record MicrometerMeter(MeterRegistry registry) implements Meter {

  @Override
  public Counter counter(String name, Map<String, String> tags) {
    return io.micrometer.core.instrument.Counter.builder(name).tags(tags(tags)).register(registry)
        ::increment;
  }

  @Override
  public ValueRecorder valueRecorder(String name, Map<String, String> tags) {
    Timer timer = Timer.builder(name).tags(tags(tags)).register(registry);
    return value -> timer.record(value, TimeUnit.MICROSECONDS);
  }

  private static Tags tags(Map<String, String> tags) {
    Tags all = Tags.empty();
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      all = all.and(tag.getKey(), String.valueOf(tag.getValue()));
    }
    return all;
  }
}

package polo.fleet.edge.demo;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.TreeMap;

/// How the jobs of this process ended so far, by outcome.
record JobCounts(Map<String, Long> byOutcome) {

  JobCounts {
    byOutcome = Map.copyOf(byOutcome);
  }

  static JobCounts of(MeterRegistry registry) {
    Map<String, Long> counts = new TreeMap<>();
    for (Counter counter : registry.find("polo.jobs").counters()) {
      String outcome = String.valueOf(counter.getId().getTag("outcome"));
      counts.merge(outcome, Math.round(counter.count()), Long::sum);
    }
    return new JobCounts(counts);
  }

  long done() {
    return byOutcome.getOrDefault("done", 0L);
  }

  long rejected() {
    return byOutcome.getOrDefault("reject", 0L);
  }

  long retried() {
    return byOutcome.getOrDefault("retry", 0L);
  }
}

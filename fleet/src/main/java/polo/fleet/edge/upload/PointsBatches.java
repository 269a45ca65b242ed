package polo.fleet.edge.upload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import polo.common.earth.Fix;
import polo.common.job.PointsUploaded;

/// Collects fixes into jobs, by user and device, in the order they come.
///
/// A file that mixes many users would keep many batches open: when more than [#MOST_HELD] fixes
/// wait, all go as they are, so memory stays bounded.
final class PointsBatches {

  /// Fixes in one job: about 200 KB of JSON, well below what a broker takes.
  static final int PER_JOB = 2_000;

  static final int MOST_HELD = 50_000;

  private record Owner(String user, String device) {}

  private final JobSink jobs;
  private final Map<Owner, List<Fix>> open = new LinkedHashMap<>();
  private int held;
  private long fixes;
  private long sent;

  PointsBatches(JobSink jobs) {
    this.jobs = jobs;
  }

  void add(String user, String device, Fix fix) {
    Owner owner = new Owner(user, device);
    List<Fix> batch = open.computeIfAbsent(owner, key -> new ArrayList<>());
    batch.add(fix);
    fixes++;
    held++;
    if (batch.size() == PER_JOB) {
      open.remove(owner);
      send(owner, batch);
    } else if (held > MOST_HELD) {
      flush();
    }
  }

  /// Sends what waits.
  void flush() {
    open.forEach(this::send);
    open.clear();
  }

  long fixes() {
    return fixes;
  }

  /// How many jobs were enqueued.
  long jobs() {
    return sent;
  }

  private void send(Owner owner, List<Fix> batch) {
    jobs.enqueue(new PointsUploaded(owner.user(), owner.device(), batch));
    held -= batch.size();
    sent++;
  }
}

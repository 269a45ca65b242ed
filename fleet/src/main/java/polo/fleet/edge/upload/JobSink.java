package polo.fleet.edge.upload;

import polo.common.job.Job;

/// Where jobs are put: the queue of a fleet.
public interface JobSink {

  /// Enqueues the job, in the order of the calls for one user. Blocks while the queue is slower
  /// than the caller, so memory stays bounded; throws when the queue cannot be reached.
  void enqueue(Job job);

  /// Returns when everything enqueued is safe.
  void flush();
}

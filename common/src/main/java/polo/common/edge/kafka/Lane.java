package polo.common.edge.kafka;

/// A stream of jobs with a consumer group of its own.
///
/// @param group consumer group, also the name in metrics and logs
/// @param concurrency consumers in this process
/// @param maxPollRecords how many records one poll may bring; together they must be done well
///   within the poll interval of five minutes
public record Lane(String group, String topic, int concurrency, int maxPollRecords) {}

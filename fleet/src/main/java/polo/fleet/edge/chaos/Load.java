package polo.fleet.edge.chaos;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import polo.common.edge.kafka.JobWriter;
import polo.common.edge.kafka.Topics;
import polo.common.job.JobHeaders;
import polo.common.job.PointsUploaded;
import polo.common.job.ReasonCode;
import polo.testkit.Seeds;
import polo.testkit.history.SyntheticHistory;

/// The jobs of one run, in the order they are sent, and what must become of them. Live uploads of
/// ten fixes, users mixed, each user's in time order.
///
/// @param name begins the ids of its users and jobs, so that runs on one cluster do not meet
/// @param jobs the good ones, each once
/// @param records what is sent: the jobs, perhaps again and again, and poison among them
/// @param poison the reason each job must be given up for, by its id
record Load(
    String name,
    List<PointsUploaded> jobs,
    List<ProducerRecord<byte[], byte[]>> records,
    Map<String, ReasonCode> poison) {

  private static final String SOURCE = "polo-chaos";
  private static final int FIXES = 10;
  private static final int JOBS_OF_A_USER = 100;

  /// How far a copy strays from where it belongs, in jobs.
  private static final int DISORDER = 200;

  private static final int COPIES = 3;
  private static final int JOBS_FOR_A_POISON = 20;

  Load {
    jobs = List.copyOf(jobs);
    records = List.copyOf(records);
    poison = Map.copyOf(poison);
  }

  /// So many good jobs.
  static Load of(String name, int count, long seed) {
    List<PointsUploaded> jobs = jobs(name, count, seed);
    return new Load(
        name,
        jobs,
        IntStream.range(0, count).mapToObj(i -> record(name, i, jobs.get(i))).toList(),
        Map.of());
  }

  /// The same jobs three times each, out of order, and a poisonous record for every twenty.
  static Load disturbed(String name, int count, long seed) {
    record Placed(double place, ProducerRecord<byte[], byte[]> record) {}
    Random random = Seeds.random(seed, name, "order");
    List<PointsUploaded> jobs = jobs(name, count, seed);
    List<Placed> placed = new ArrayList<>();
    for (int copy = 0; copy < COPIES * count; copy++) {
      int i = copy % count;
      placed.add(new Placed(i + random.nextDouble() * DISORDER, record(name, i, jobs.get(i))));
    }
    List<Poison> poison = new ArrayList<>();
    for (int i = 0; i < Math.max(Poison.KINDS, count / JOBS_FOR_A_POISON); i++) {
      String user = jobs.get(random.nextInt(count)).userId();
      poison.add(Poison.of(i, user, "%s-poison-%d".formatted(name, i)));
      placed.add(new Placed(random.nextDouble() * count, poison.getLast().record()));
    }
    placed.sort(comparingDouble(Placed::place));
    return new Load(
        name,
        jobs,
        placed.stream().map(Placed::record).toList(),
        poison.stream().collect(toMap(Poison::id, Poison::reason)));
  }

  /// The good jobs of each user, users in order.
  Map<String, List<PointsUploaded>> byUser() {
    return jobs.stream().collect(groupingBy(PointsUploaded::userId, TreeMap::new, toList()));
  }

  private static List<PointsUploaded> jobs(String name, int count, long seed) {
    int users = Math.ceilDiv(count, JOBS_OF_A_USER);
    Map<String, List<PointsUploaded>> uploads = new TreeMap<>();
    SyntheticHistory.ofFixes(users, JOBS_OF_A_USER * FIXES)
        .withSeed(seed)
        .forEachUpload(
            FIXES,
            upload ->
                uploads
                    .computeIfAbsent(upload.userId(), _ -> new ArrayList<>())
                    .add(
                        new PointsUploaded(
                            name + "-" + upload.userId(), upload.deviceId(), upload.fixes())));
    List<PointsUploaded> mixed = new ArrayList<>();
    for (int turn = 0; turn < JOBS_OF_A_USER; turn++) {
      for (List<PointsUploaded> user : uploads.values()) {
        mixed.add(user.get(turn));
      }
    }
    return mixed.subList(0, count);
  }

  private static ProducerRecord<byte[], byte[]> record(
      String name, int number, PointsUploaded job) {
    String id = "%s-%d".formatted(name, number);
    return JobWriter.record(Topics.POINTS, job, new JobHeaders(id, SOURCE, Instant.now(), null));
  }
}

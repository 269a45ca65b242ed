package polo.fleet.edge.chaos;

import static polo.common.edge.kafka.CloudEventHeaders.ID;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import polo.common.document.DocumentKey;
import polo.common.document.PointsBucket;
import polo.common.document.PointsChunk;
import polo.common.document.PointsCodec;
import polo.common.earth.Fix;
import polo.common.edge.kafka.CloudEventHeaders;
import polo.common.edge.kafka.DeadLetter;
import polo.common.edge.kafka.EventReader;
import polo.common.edge.kafka.Topics;
import polo.common.edge.store.Documents;
import polo.common.edge.store.Documents.Versioned;
import polo.common.job.Event;
import polo.common.job.ParsedEvent;
import polo.common.job.PointsUploaded;
import polo.common.job.ReasonCode;
import polo.common.time.TimeSpan;
import polo.fleet.edge.documents.ExportedLines;
import polo.fleet.edge.documents.Travels;

/// Compares what a run left behind with what had to come of its jobs: raw fixes, derived documents,
/// dead letters and events.
final class Audit {

  private static final int MANY = 100_000;

  private final Documents documents;
  private final TopicReader topics;
  private final QuietTravels quiet = new QuietTravels();

  Audit(Documents documents, TopicReader topics) {
    this.documents = documents;
    this.topics = topics;
  }

  Verdict of(Load load) throws IOException {
    Map<String, List<TimeSpan>> told = eventsOf(load);
    Verdict verdict = letters(load);
    for (Map.Entry<String, List<PointsUploaded>> user : load.byUser().entrySet()) {
      String userId = user.getKey();
      Travels expected = quiet.of(userId, user.getValue());
      verdict =
          verdict
              .and(fixes(userId, user.getValue()))
              .and(travels(expected))
              .and(events(expected, told.getOrDefault(userId, List.of())));
    }
    return verdict;
  }

  private Verdict fixes(String userId, List<PointsUploaded> uploads) {
    Map<DocumentKey, PointsBucket> buckets = new TreeMap<>();
    Set<Fix> expected = new HashSet<>();
    for (PointsUploaded upload : uploads) {
      for (Fix fix : upload.fixes()) {
        PointsBucket bucket = PointsBucket.of(fix.at());
        buckets.put(DocumentKey.points(userId, upload.deviceId(), bucket), bucket);
        expected.add(fix.rounded());
      }
    }
    List<Fix> stored = new ArrayList<>();
    Map<DocumentKey, Versioned<PointsChunk>> chunks =
        documents.readAll(buckets.keySet(), PointsChunk.class);
    buckets.forEach((key, bucket) -> {
      Versioned<PointsChunk> chunk = chunks.get(key);
      if (chunk != null) {
        stored.addAll(PointsCodec.decode(bucket, chunk.derived()));
      }
    });
    int strangers =
        documents.store().keys(DocumentKey.prefix("points", userId), null, MANY).size()
            - chunks.size();
    int lost =
        expected.size() - (int) stored.stream().distinct().filter(expected::contains).count();
    int more = stored.size() - (expected.size() - lost) + strangers;
    return unless(lost == 0, () -> Verdict.lost(lost, "%d fixes of %s".formatted(lost, userId)))
        .and(
            unless(
                more == 0,
                () -> Verdict.doubled(more, "%d fixes more of %s".formatted(more, userId))));
  }

  private Verdict travels(Travels expected) throws IOException {
    List<String> wanted = lines(expected);
    List<String> found = lines(Travels.of(expected.userId(), documents));
    if (found.equals(wanted)) {
      return Verdict.GOOD;
    }
    int twice = found.size() - new HashSet<>(found).size();
    Verdict differing =
        Verdict.differing(
            "%s: first of %d missing lines %s; first of %d others %s"
                .formatted(
                    expected.userId(),
                    minus(wanted, found).size(),
                    minus(wanted, found).stream().findFirst().orElse("none"),
                    minus(found, wanted).size(),
                    minus(found, wanted).stream().findFirst().orElse("none")));
    return differing.and(
        unless(
            twice == 0,
            () ->
                Verdict.doubled(
                    twice, "%d items twice of %s".formatted(twice, expected.userId()))));
  }

  /// Whoever follows the events must hear of every item.
  private static Verdict events(Travels expected, List<TimeSpan> told) {
    long untold =
        Stream.concat(
                expected.stays().stream().map(stay -> new TimeSpan(stay.start(), stay.end())),
                expected.trips().stream().map(trip -> new TimeSpan(trip.start(), trip.end())))
            .filter(item -> told.stream().noneMatch(span -> touch(span, item)))
            .count();
    return unless(
        untold == 0,
        () ->
            Verdict.lost(
                (int) untold, "%d items of %s in no event".formatted(untold, expected.userId())));
  }

  private Verdict letters(Load load) {
    Map<String, List<ReasonCode>> letters = new HashMap<>();
    topics.forEach(
        Topics.DEAD,
        record -> {
          String id = CloudEventHeaders.textOf(record.headers()).getOrDefault(ID, "");
          if (id.startsWith(load.name() + "-")) {
            DeadLetter.read(record)
                .ifPresent(letter ->
                    letters
                        .computeIfAbsent(id, _ -> new ArrayList<>())
                        .add(letter.reason().code()));
          }
        });
    Verdict verdict = Verdict.GOOD;
    for (Map.Entry<String, ReasonCode> poison : load.poison().entrySet()) {
      verdict = verdict.and(letterOf(poison, letters.getOrDefault(poison.getKey(), List.of())));
      letters.remove(poison.getKey());
    }
    for (Map.Entry<String, List<ReasonCode>> good : letters.entrySet()) {
      verdict =
          verdict.and(
              Verdict.lost(
                  1, "the good job %s was given up: %s".formatted(good.getKey(), good.getValue())));
    }
    return verdict;
  }

  private static Verdict letterOf(Map.Entry<String, ReasonCode> poison, List<ReasonCode> found) {
    String what = "%s, %s: %s".formatted(poison.getKey(), poison.getValue(), found);
    if (found.isEmpty()) {
      return Verdict.lost(1, "no dead letter of " + what);
    }
    boolean right = found.stream().allMatch(poison.getValue()::equals);
    return unless(found.size() == 1, () -> Verdict.doubled(found.size() - 1, "letters of " + what))
        .and(unless(right, () -> Verdict.differing("wrong reason of " + what)));
  }

  private Map<String, List<TimeSpan>> eventsOf(Load load) {
    Map<String, List<TimeSpan>> told = new HashMap<>();
    EventReader reader = EventReader.standard();
    topics.forEach(
        Topics.EVENTS,
        record -> {
          if (reader.read(record) instanceof ParsedEvent.Valid valid
              && valid.event() instanceof Event.TimelineChanged changed
              && changed.userId().startsWith(load.name() + "-")) {
            told.computeIfAbsent(changed.userId(), _ -> new ArrayList<>()).add(changed.span());
          }
        });
    return told;
  }

  private static boolean touch(TimeSpan one, TimeSpan other) {
    return !one.start().isAfter(other.end()) && !one.end().isBefore(other.start());
  }

  private static List<String> lines(Travels travels) throws IOException {
    StringBuilder text = new StringBuilder();
    new ExportedLines(text).write(travels);
    return text.toString().lines().toList();
  }

  private static List<String> minus(List<String> some, List<String> others) {
    Set<String> known = new HashSet<>(others);
    return some.stream().filter(line -> !known.contains(line)).toList();
  }

  private static Verdict unless(boolean good, Supplier<Verdict> bad) {
    return good ? Verdict.GOOD : bad.get();
  }
}

package polo.fleet.edge.ops;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import polo.common.edge.kafka.DeadLetter;
import polo.common.edge.kafka.JobProducer;
import polo.common.edge.kafka.Replay;
import polo.common.edge.kafka.SourceEpochs;
import polo.common.edge.kafka.Topics;
import polo.common.edge.store.DocumentStore;
import polo.fleet.edge.ops.SettlementBook.Claim;

/// The dead letters of a fleet: looking at them, putting them back on their topics, dropping them.
///
/// A letter is put back once: it is claimed in the store, sent, and noted as replayed. Whoever is
/// killed in between leaves a claim; the next who comes looks on the letter's topic whether it got
/// there, and sends it only if not. Nothing is removed from the topic: a letter that was dropped
/// stays readable for as long as the topic keeps it.
public final class DeadLetters implements AutoCloseable {

  /// The clocks of whoever claimed and of whoever looks may differ by this much.
  private static final Duration MARGIN = Duration.ofMinutes(10);

  private final Broker broker;
  private final SettlementBook book;
  private final SourceEpochs epochs;

  private @Nullable JobProducer producer;

  private DeadLetters(Broker broker, SettlementBook book, SourceEpochs epochs) {
    this.broker = broker;
    this.book = book;
    this.epochs = epochs;
  }

  /// The letters of the fleet behind this broker.
  ///
  /// @param store where it is noted what became of them; stays open
  public static DeadLetters of(Broker broker, DocumentStore store, Clock clock) {
    SourceEpochs epochs = epochs(broker);
    return new DeadLetters(broker, new SettlementBook(store, epochs, clock), epochs);
  }

  /// Shows the letters that match, in the order of the topic's partitions.
  public void forEach(LetterFilter filter, Consumer<Letter> eye) {
    span(filter)
        .read(broker, records -> book.read(records).stream().filter(filter::matches).forEach(eye));
  }

  /// Counts those that match.
  public LetterMatches match(LetterFilter filter) {
    TopicSpan span = span(filter);
    LetterTally tally = new LetterTally();
    LetterTally stubborn = new LetterTally();
    span.read(
        broker,
        records ->
            book.read(records).stream()
                .filter(filter::isMeant)
                .forEach(letter -> (filter.matches(letter) ? tally : stubborn).add(letter)));
    return new LetterMatches(filter, span, tally.letters(), stubborn.letters(), tally.groups());
  }

  /// How many letters are open, without reading them.
  public long open() {
    TopicSpan all = TopicSpan.of(broker, Topics.DEAD, null);
    return all.records() - book.settled(bySource(all));
  }

  /// Puts them back where they came from: same key, headers and bytes, and how often that was done.
  ///
  /// @param watcher is told how many are through
  public Settled replay(LetterMatches matches, Consumer<Settled> watcher) {
    return settle(matches, this::replay, watcher);
  }

  /// Says of them that they are not wanted.
  public Settled drop(LetterMatches matches, Consumer<Settled> watcher) {
    return settle(
        matches,
        letters -> {
          long dropped = book.drop(letters);
          return new Settled(letters.size(), dropped, letters.size() - dropped, 0, 0);
        },
        watcher);
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close();
    }
  }

  private interface Deed {
    Settled on(List<Letter> letters);
  }

  private Settled settle(LetterMatches matches, Deed deed, Consumer<Settled> watcher) {
    List<Settled> sums = new ArrayList<>(List.of(Settled.NOTHING));
    matches
        .span()
        .read(
            broker,
            records -> {
              List<Letter> letters =
                  book.read(records).stream().filter(matches.filter()::matches).toList();
              if (!letters.isEmpty()) {
                sums.set(0, sums.getFirst().plus(deed.on(letters)));
                watcher.accept(sums.getFirst());
              }
            });
    book.forgetBefore(bySource(TopicSpan.of(broker, Topics.DEAD, null)));
    return sums.getFirst();
  }

  private Settled replay(List<Letter> letters) {
    List<Letter> replayable = letters.stream().filter(Letter::isReplayable).toList();
    List<Claim> claims = book.claim(replayable);
    Set<String> landed = landed(claims);
    Map<Claim, CompletableFuture<Void>> sent = new HashMap<>();
    List<Claim> done = new ArrayList<>();
    for (Claim claim : claims) {
      if (landed.contains(Replay.nameOf(claim.letter().record()))) {
        done.add(claim);
      } else {
        sent.put(claim, send(claim.letter()));
      }
    }
    sent.forEach((claim, delivery) -> {
      if (delivery.handle((_, failure) -> failure == null).join()) {
        done.add(claim);
      }
    });
    book.replayed(done);
    return new Settled(
        letters.size(),
        done.size(),
        replayable.size() - claims.size(),
        claims.size() - done.size(),
        letters.size() - replayable.size());
  }

  /// Which of the letters that others claimed before us are on their topics already.
  private Set<String> landed(List<Claim> claims) {
    Map<String, Instant> earliest = new HashMap<>();
    for (Claim claim : claims) {
      Instant since = claim.since();
      if (since != null) {
        earliest.merge(
            told(claim.letter()).origin().topic(),
            since.minus(MARGIN),
            (one, other) -> one.isBefore(other) ? one : other);
      }
    }
    Set<String> landed = new HashSet<>();
    earliest.forEach((topic, since) ->
        TopicSpan.of(broker, topic, since)
            .read(
                broker,
                records ->
                    records.forEach(record -> landed.add(Replay.of(record.headers()).letter()))));
    return landed;
  }

  private CompletableFuture<Void> send(Letter letter) {
    if (producer == null) {
      producer = JobProducer.connect(broker.kafka());
    }
    return producer.send(told(letter).replay(letter.record()));
  }

  private static DeadLetter told(Letter letter) {
    return letter.told().orElseThrow();
  }

  private TopicSpan span(LetterFilter filter) {
    Optional<Instant> since =
        Optional.ofNullable(filter.since()).map(moment -> moment.minus(MARGIN));
    return TopicSpan.of(broker, Topics.DEAD, since.orElse(null));
  }

  private Map<String, Long> bySource(TopicSpan span) {
    return span.ranges().entrySet().stream()
        .collect(
            toUnmodifiableMap(
                range -> epochs.sourceOf(range.getKey()), range -> range.getValue().start()));
  }

  private static SourceEpochs epochs(Broker broker) {
    try (Admin admin = broker.admin()) {
      return new SourceEpochs(
          Map.of(
              Topics.DEAD,
              Objects.requireNonNull(
                      Broker.answer(admin.describeTopics(List.of(Topics.DEAD)).allTopicNames())
                          .get(Topics.DEAD))
                  .topicId()
                  .toString()));
    }
  }
}

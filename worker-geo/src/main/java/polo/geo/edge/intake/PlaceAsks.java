package polo.geo.edge.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import polo.common.document.DocumentKey;
import polo.common.document.PlacesIndex;
import polo.common.earth.Coordinate;
import polo.common.earth.Geohash;
import polo.common.edge.json.Json;
import polo.common.edge.kafka.EndedJob;
import polo.common.edge.kafka.JobGuard;
import polo.common.edge.kafka.JobId;
import polo.common.edge.kafka.JobProducer;
import polo.common.edge.kafka.JobWriter;
import polo.common.edge.store.Documents;
import polo.common.edge.store.Documents.Versioned;
import polo.common.job.HistoryReprocess;
import polo.common.job.JobHeaders;
import polo.common.job.Outcome;
import polo.common.job.ParsedJob;
import polo.common.job.PlaceSeen;

/// Asks for more of the addresses of places that appeared or moved to another cell, once their
/// timeline is stored and told.
///
/// What a user's places were last asked about is noted after it was sent. So a worker that dies in
/// between asks twice and never not at all, and the derivation knows nothing of it. Reprocessing
/// the whole history asks for all places again.
public final class PlaceAsks {

  private static final String SOURCE = "/polo/geo";

  private final Documents documents;
  private final JobProducer producer;
  private final Clock clock;

  public PlaceAsks(Documents documents, JobProducer producer, Clock clock) {
    this.documents = documents;
    this.producer = producer;
    this.clock = clock;
  }

  /// Asks for the users of these jobs. Done, or why the store did not let us.
  ///
  /// @throws IllegalStateException when the broker does not take what is asked
  Outcome ask(List<EndedJob> poll) {
    Outcome outcome = Outcome.done();
    for (Asker asker : askers(poll)) {
      Outcome asked = ask(asker);
      outcome = asked instanceof Outcome.Done ? outcome : asked;
    }
    return outcome;
  }

  /// @param everything also what was asked for before
  private record Asker(String userId, @Nullable String traceparent, boolean everything) {

    Asker and(Asker other) {
      return new Asker(userId, traceparent, everything || other.everything());
    }
  }

  /// What was asked, by place the cell.
  private record Asked(SortedMap<String, String> cells) {}

  private Outcome ask(Asker asker) {
    List<PlaceSeen> wanted = new ArrayList<>();
    Outcome looked =
        JobGuard.outcomeOf(() -> {
          wanted.addAll(wanted(asker));
          return Outcome.done();
        });
    if (!(looked instanceof Outcome.Done) || wanted.isEmpty()) {
      return looked;
    }
    send(wanted, asker);
    return JobGuard.outcomeOf(() -> note(asker, wanted));
  }

  private List<PlaceSeen> wanted(Asker asker) {
    String userId = asker.userId();
    SortedMap<String, String> asked = asker.everything() ? new TreeMap<>() : asked(userId);
    List<PlaceSeen> wanted = new ArrayList<>();
    for (PlaceSeen place : places(userId)) {
      if (!cellOf(place).equals(asked.get(place.placeId()))) {
        wanted.add(place);
      }
    }
    return wanted;
  }

  private void send(List<PlaceSeen> places, Asker asker) {
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    for (PlaceSeen place : places) {
      JobHeaders headers =
          new JobHeaders(JobId.of(place), SOURCE, clock.instant(), asker.traceparent());
      sent.add(producer.send(JobWriter.record(place, headers)));
    }
    try {
      CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the broker did not take what is asked of places", e);
    }
  }

  /// Places that are gone are forgotten. Of two workers that note at once, one may have its places
  /// asked for again.
  private Outcome note(Asker asker, List<PlaceSeen> sent) {
    TreeMap<String, String> cells = new TreeMap<>(asked(asker.userId()));
    sent.forEach(place -> cells.put(place.placeId(), cellOf(place)));
    cells.keySet().retainAll(places(asker.userId()).stream().map(PlaceSeen::placeId).toList());
    documents
        .store()
        .merge(DocumentKey.asked(asker.userId()), _ -> Optional.of(Json.bytes(new Asked(cells))));
    return Outcome.done();
  }

  private List<PlaceSeen> places(String userId) {
    return documents.read(DocumentKey.places(userId), PlacesIndex.class).stream()
        .map(Versioned::derived)
        .flatMap(index -> index.places().stream())
        .map(entry -> new PlaceSeen(userId, entry.id(), new Coordinate(entry.lat(), entry.lon())))
        .toList();
  }

  private SortedMap<String, String> asked(String userId) {
    return documents
        .store()
        .get(DocumentKey.asked(userId))
        .map(stored -> Json.read(stored.json(), Asked.class).cells())
        .orElseGet(TreeMap::new);
  }

  private static String cellOf(PlaceSeen place) {
    return Geohash.ofPlace(place.position());
  }

  private static List<Asker> askers(List<EndedJob> poll) {
    Map<String, Asker> askers = new LinkedHashMap<>();
    for (EndedJob ended : poll) {
      if (ended.outcome() instanceof Outcome.Done && ended.job().isPresent()) {
        ParsedJob.Valid valid = ended.job().get();
        boolean everything =
            valid.job() instanceof HistoryReprocess reprocess && reprocess.span() == null;
        Asker asker = new Asker(valid.job().userId(), valid.headers().traceparent(), everything);
        askers.merge(asker.userId(), asker, Asker::and);
      }
    }
    return List.copyOf(askers.values());
  }
}

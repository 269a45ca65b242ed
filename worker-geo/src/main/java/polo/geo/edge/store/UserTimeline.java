package polo.geo.edge.store;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import polo.common.document.Checkpoint;
import polo.common.document.DerivationVersion;
import polo.common.document.DocumentKey;
import polo.common.document.TripEntry;
import polo.common.edge.store.Documents;
import polo.common.job.Event;
import polo.common.job.Outcome;
import polo.common.job.ReasonCode;
import polo.common.time.TimeSpan;
import polo.geo.timeline.Change;
import polo.geo.timeline.CurrentVersion;
import polo.geo.timeline.Legacy;
import polo.geo.timeline.Settlement;
import polo.geo.timeline.Settler;
import polo.geo.timeline.TimelineDeriver;

/// Applies updates to a user's stored timeline: merges fixes, derives anew what they touch, and
/// writes what differs. Doing it again changes nothing; two workers at once end as one after the
/// other.
public final class UserTimeline {

  private static final Logger LOG = LoggerFactory.getLogger(UserTimeline.class);

  /// A user's documents are fought over at most by a worker that was thought dead.
  private static final int TRIES = 8;

  private final TimelineStore store;
  private final RawFixes rawFixes;
  private final Documents documents;
  private final TimelineDeriver deriver;
  private final Settler settler;
  private final DerivationVersion version;

  public UserTimeline(Documents documents, TimelineDeriver deriver, Settler settler) {
    this(documents, deriver, settler, CurrentVersion.of(deriver, settler));
  }

  /// Of another version than this code's.
  UserTimeline(
      Documents documents, TimelineDeriver deriver, Settler settler, DerivationVersion version) {
    this.store = new TimelineStore(documents);
    this.rawFixes = new RawFixes(documents);
    this.documents = documents;
    this.deriver = deriver;
    this.settler = settler;
    this.version = version;
  }

  public Outcome apply(String userId, UserUpdate update) {
    Set<DocumentKey> stray = update.everything() ? store.allItems(userId) : new HashSet<>();
    for (int attempt = 0; attempt < TRIES; attempt++) {
      try {
        return applyOnce(userId, update, stray);
      } catch (ContendedException contended) {
        stray.addAll(contended.left());
        LOG.atDebug().addKeyValue("user", userId).log("someone was faster; deriving again");
      }
    }
    return Outcome.retry(
        ReasonCode.STORE_CONTENDED, "the timeline of %s kept changing".formatted(userId));
  }

  /// @param stray items' documents that may be there though nothing names them
  private Outcome applyOnce(String userId, UserUpdate update, Set<DocumentKey> stray) {
    TreeSet<YearMonth> months = new TreeSet<>();
    update.slots().keySet().forEach(slot -> months.add(Months.of(slot.bucket().start())));
    StoredTimeline before = store.load(userId, months, stray);
    rawFixes.merge(userId, update.slots(), update.because());

    ChunkIndex chunks = ChunkIndex.of(before.timeline(), update.slots().keySet());
    if (chunks.isEmpty()) {
      return Outcome.done();
    }
    // Read after the timeline, and looked at again when all is written: so whoever writes last has
    // seen the last of them.
    StoredPins pins = StoredPins.of(userId, documents.store());
    StoredFixes fixes = new StoredFixes(userId, chunks, documents);
    Assignment assignment = Assignment.of(update, before, chunks, version);
    TimelineDraft draft =
        assignment.everything()
            ? TimelineDraft.anew(before.timeline(), version)
            : TimelineDraft.of(before.timeline(), version);
    List<TimeSpan> spans = assignment.spans();
    spans.forEach(span -> deriveAnew(draft, span, fixes));
    boolean relabelled = false;
    List<TripEntry> others = draft.relabelled(pins.pins());
    while (!others.isEmpty()) {
      relabelled = true;
      others.forEach(trip -> deriveAnew(draft, new TimeSpan(trip.start(), trip.end()), fixes));
      others = draft.relabelled(pins.pins());
    }
    Settlement settlement =
        settler.settle(userId, draft.stays(), draft.trips(), pins.pins(), legacy(before, draft));
    draft.settle(settlement);
    DerivedTimeline after =
        new DerivedTimeline(
            draft.months(before.months().keySet(), chunks),
            draft.freshTrips(),
            relabelled,
            settlement.places(),
            settlement.journeys(),
            settlement.homePlaceId(),
            settlement.carriedPlaces(),
            version);
    Changes changes = save(before, after, draft.farCuts(), update.because());
    if (pins.areStale(userId, documents.store())) {
      throw new ContendedException("pins of " + userId);
    }
    return Outcome.done(
        new Event.TimelineChanged(
            userId,
            around(draft.replaced(), spans, chunks),
            changes.added(),
            changes.changed(),
            changes.removed()));
  }

  private void deriveAnew(TimelineDraft draft, TimeSpan span, StoredFixes fixes) {
    Change change = new Change(span.start(), span.end());
    draft.replace(
        deriver.rederive(fixes, change, draft.checkpoints(), draft.foreignCuts()), change);
  }

  private Legacy legacy(StoredTimeline before, TimelineDraft draft) {
    return new Legacy(
        draft.carried(),
        before.placesIndex().map(index -> index.derived().carried()).orElse(List.of()),
        store.predecessor(before, version, draft.replacesForeign()).orElse(null));
  }

  /// Cuts beyond the change are told last, and so is that months are of this version now. A worker
  /// that dies before everything is written leaves a timeline that looks as if it were not yet
  /// derived anew beyond the change: so whoever comes next goes as far as this one did.
  private Changes save(
      StoredTimeline before,
      DerivedTimeline after,
      Set<Checkpoint> farCuts,
      Map<String, Long> because) {
    if (farCuts.isEmpty() && !after.raises(before)) {
      return store.save(before, after, because);
    }
    DerivedTimeline almost = after.unfinished(farCuts, before);
    Changes changes = store.save(before, almost, because);
    StoredTimeline saved = store.load(before.userId(), after.months().keySet(), Set.of());
    if (!List.copyOf(almost.months().values()).equals(saved.timeline())) {
      throw new ContendedException("the timeline of " + before.userId());
    }
    store.save(saved, after, because);
    return changes;
  }

  private static TimeSpan all(ChunkIndex chunks) {
    return new TimeSpan(chunks.first().start(), chunks.last().end());
  }

  /// Around all that was derived anew; where nothing was, only pins changed, and anything may be
  /// concerned.
  private static TimeSpan around(List<TimeSpan> replaced, List<TimeSpan> spans, ChunkIndex chunks) {
    List<TimeSpan> anew = Stream.concat(replaced.stream(), spans.stream()).toList();
    if (anew.isEmpty()) {
      return all(chunks);
    }
    Instant start = anew.getFirst().start();
    Instant end = anew.getLast().end();
    for (TimeSpan span : anew) {
      start = span.start().isBefore(start) ? span.start() : start;
      end = span.end().isAfter(end) ? span.end() : end;
    }
    return new TimeSpan(start, end);
  }
}

package polo.geo.edge.store;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import polo.common.document.Checkpoint;
import polo.common.document.DerivationVersion;
import polo.common.document.Gap;
import polo.common.document.Stay;
import polo.common.document.TimelineMonth;
import polo.common.document.TripEntry;
import polo.geo.timeline.Rederivation;

/// The months that another version of the derivation made, at least in part, while parts of them
/// are being replaced.
final class ForeignMonths {

  private final DerivationVersion version;
  private final TreeMap<YearMonth, TimelineMonth> months = new TreeMap<>();
  private final List<Rederivation> replacing = new ArrayList<>();

  private ForeignMonths(DerivationVersion version) {
    this.version = version;
  }

  /// Of all months as they are stored, those that are not of this version.
  static ForeignMonths of(Collection<TimelineMonth> all, DerivationVersion version) {
    ForeignMonths foreign = new ForeignMonths(version);
    all.stream()
        .filter(month -> !month.madeBy().equals(version))
        .forEach(month -> foreign.months.put(month.month(), month));
    return foreign;
  }

  void replace(Rederivation news) {
    if (!months.isEmpty()) {
      replacing.add(news);
    }
  }

  /// Of these cuts in order of time, the moments of those in months of other versions.
  Set<Instant> among(ByStart<Checkpoint> cuts) {
    Set<Instant> moments = new HashSet<>();
    months.keySet().forEach(month -> cuts.in(month).forEach(cut -> moments.add(cut.at())));
    return moments;
  }

  /// Stays made by other versions that are replaced, as they are stored.
  List<Stay> replacedStays() {
    return replaced(TimelineMonth::stays, Stay::start);
  }

  /// Trips made by other versions that are replaced, as they are stored.
  List<TripEntry> replacedTrips() {
    return replaced(TimelineMonth::trips, TripEntry::start);
  }

  private <T> List<T> replaced(Function<TimelineMonth, List<T>> items, Function<T, Instant> start) {
    return replacing.isEmpty()
        ? List.of()
        : months.values().stream()
            .flatMap(month -> items.apply(month).stream())
            .filter(item -> isReplaced(start.apply(item)))
            .toList();
  }

  /// True when something of another version that starts then is replaced.
  boolean replaces(Instant start) {
    return months.containsKey(Months.of(start)) && isReplaced(start);
  }

  private boolean isReplaced(Instant start) {
    return replacing.stream().anyMatch(news -> news.replaces(start));
  }

  /// True when nothing is left of what another version made in this month.
  boolean isWhollyReplaced(YearMonth month) {
    TimelineMonth old = months.get(month);
    return old != null
        && replacing.stream().anyMatch(news -> reaches(news, month))
        && starts(old).allMatch(this::isReplaced);
  }

  private static boolean reaches(Rederivation news, YearMonth month) {
    Instant until = news.until();
    return !Months.of(news.from()).isAfter(month)
        && (until == null || until.isAfter(Months.startOf(month)));
  }

  private static Stream<Instant> starts(TimelineMonth month) {
    return Stream.of(
            month.stays().stream().map(Stay::start),
            month.trips().stream().map(TripEntry::start),
            month.gaps().stream().map(Gap::start),
            month.checkpoints().stream().map(Checkpoint::at))
        .flatMap(Function.identity());
  }

  /// What a month says that is not as it was. Where nothing was replaced but its places, it says
  /// what it said.
  ///
  /// @param old absent when there was none
  @Nullable DerivationVersion versionOf(YearMonth month, @Nullable TimelineMonth old) {
    if (old == null || !months.containsKey(month) || isWhollyReplaced(month)) {
      return version;
    }
    return replacing.stream().anyMatch(news -> reaches(news, month))
        ? old.madeBy().mixedWith(version)
        : old.derivation();
  }
}

package polo.geo.timeline;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import polo.common.time.TimeSpan;

/// Finds which new item is what an old one was: the two that have most time in common, one to one
/// (intersection over union, the Jaccard index of the two stretches of time; as peers reconcile
/// edits with a new derivation, and as temporal action detection scores its findings).
///
/// Items of a kind do not meet in time, so at more than a half no other comes into question: which
/// is whose does not depend on what else is looked at, and months may be compared one by one.
///
/// Cost: one pass over both.
///
/// @param leastShare of the time of both in common
public record Succession(double leastShare) {

  public static final Succession DEFAULT = new Succession(0.5);

  /// Something that has an id and a time.
  public record Item(String id, TimeSpan span) {}

  /// An old item and the new one that it goes on in.
  public record Heir(Item old, Item anew) {

    /// True when the new item was derived with another id.
    public boolean isRenamed() {
      return !old.id().equals(anew.id());
    }
  }

  private record Match(Heir heir, double share) {}

  /// The heirs, best first. Of the new items no two meet in time.
  public List<Heir> heirs(Collection<Item> old, Collection<Item> anew) {
    List<Match> matches = matches(sorted(old), sorted(anew));
    matches.sort(
        comparingDouble(Match::share)
            .reversed()
            .thenComparing(match -> match.heir().old().id())
            .thenComparing(match -> match.heir().anew().id()));
    Set<String> given = new HashSet<>();
    Set<String> named = new HashSet<>();
    List<Heir> heirs = new ArrayList<>();
    for (Match match : matches) {
      String id = match.heir().old().id();
      String heir = match.heir().anew().id();
      if (!given.contains(id) && !named.contains(heir)) {
        given.add(id);
        named.add(heir);
        heirs.add(match.heir());
      }
    }
    return heirs;
  }

  private List<Match> matches(List<Item> old, List<Item> anew) {
    List<Match> matches = new ArrayList<>();
    int from = 0;
    for (Item was : old) {
      while (from < anew.size() && !anew.get(from).span().end().isAfter(was.span().start())) {
        from++;
      }
      for (int i = from; i < anew.size() && anew.get(i).span().overlaps(was.span()); i++) {
        double share = share(was.span(), anew.get(i).span());
        if (share >= leastShare) {
          matches.add(new Match(new Heir(was, anew.get(i)), share));
        }
      }
    }
    return matches;
  }

  private static List<Item> sorted(Collection<Item> items) {
    return items.stream()
        .sorted(comparing((Item item) -> item.span().start()).thenComparing(Item::id))
        .toList();
  }

  private static double share(TimeSpan one, TimeSpan other) {
    double common = millis(one.overlapWith(other));
    return common / (millis(one.duration()) + millis(other.duration()) - common);
  }

  private static double millis(Duration duration) {
    return duration.toMillis();
  }
}

package polo.common.document;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What every document has around what it says.
///
/// @param v version of the document's shape
/// @param derived written by workers only
/// @param user written by the app only; workers carry it along untouched. Absent until the app
///   writes
/// @param refined what providers know of a place: written by its own lane, carried along untouched
///   by whoever derives. Absent until a provider answered
/// @param guard by source (`topic/partition@epoch`), the offset of the last job that changed it
public record Envelope<D>(
    int v,
    D derived,
    @Nullable Object user,
    @Nullable Object refined,
    SortedMap<String, Long> guard) {

  public static final int VERSION = 1;

  public Envelope {
    guard = Collections.unmodifiableSortedMap(new TreeMap<>(guard));
  }

  public static <D> Envelope<D> of(D derived) {
    return new Envelope<>(VERSION, derived, null, null, Collections.emptySortedMap());
  }

  /// The same document saying something new because of these jobs.
  public Envelope<D> saying(D news, Map<String, Long> because) {
    TreeMap<String, Long> merged = new TreeMap<>(guard);
    because.forEach((source, offset) -> merged.merge(source, offset, Math::max));
    return new Envelope<>(VERSION, news, user, refined, merged);
  }
}

package polo.geo.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import polo.geo.track.DeviceFix;
import polo.geo.track.Track;

/// The part of a user's fixes that is in memory: a track that grows at its end when asked to, and
/// lets go of what was read. A stretch is read again each time it turns out not to be all there;
/// since the track then grows to twice the size, that costs no more than the reading itself.
final class Window {

  private static final int LEAST = 256;

  private final String userId;
  private final Iterator<DeviceFix> source;
  private @Nullable DeviceFix pending;
  private List<DeviceFix> fixes = new ArrayList<>();
  private Track track;
  private int position;

  private Window(Track track, Iterator<DeviceFix> source) {
    this.userId = track.userId();
    this.track = track;
    this.source = source;
    this.pending = source.hasNext() ? source.next() : null;
  }

  /// All of a track.
  static Window of(Track track) {
    return new Window(track, Collections.emptyIterator());
  }

  /// As yet empty.
  static Window of(String userId, Iterator<DeviceFix> source) {
    return new Window(Track.of(userId, List.of()), source);
  }

  Track track() {
    return track;
  }

  /// The fix to read from.
  int position() {
    return position;
  }

  boolean isEmpty() {
    return position >= track.size();
  }

  /// Lets go of all fixes before this one, which must be the first of its moment.
  void moveTo(int fix) {
    position = fix;
  }

  /// Takes more fixes from the source, or says that there are none. The position then counts anew.
  boolean grow() {
    if (pending == null) {
      return false;
    }
    forgetWhatWasRead();
    int target = Math.max(LEAST, 2 * fixes.size());
    @Nullable Instant last = null;
    // Never between two fixes of one moment: their order is the track's to decide.
    while (pending != null && (fixes.size() < target || pending.fix().at().equals(last))) {
      last = pending.fix().at();
      fixes.add(pending);
      pending = source.hasNext() ? source.next() : null;
    }
    track = Track.of(userId, fixes);
    position = 0;
    return true;
  }

  private void forgetWhatWasRead() {
    if (position > 0) {
      Instant from = track.at(position);
      fixes = new ArrayList<>(fixes.stream().filter(f -> !f.fix().at().isBefore(from)).toList());
    }
  }
}

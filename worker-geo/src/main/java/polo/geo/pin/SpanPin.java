package polo.geo.pin;

import org.jspecify.annotations.Nullable;
import polo.common.time.TimeSpan;

/// A pin on something that has a time: the item there keeps the id, whatever becomes of its edges.
public sealed interface SpanPin extends Pin {

  /// When the item was, at the time it was pinned.
  TimeSpan span();

  /// On a stay.
  ///
  /// @param note absent for none
  /// @param hidden not to be shown
  record OfStay(String id, TimeSpan span, @Nullable String note, boolean hidden)
      implements SpanPin {
    public OfStay {
      Pin.checkedId(id);
    }
  }

  /// On a trip.
  ///
  /// @param note absent for none
  /// @param hidden not to be shown
  record OfTrip(String id, TimeSpan span, @Nullable String note, boolean hidden)
      implements SpanPin {
    public OfTrip {
      Pin.checkedId(id);
    }
  }

  /// On a journey.
  ///
  /// @param title instead of ours; absent for ours
  record OfJourney(String id, TimeSpan span, @Nullable String title) implements SpanPin {
    public OfJourney {
      Pin.checkedId(id);
    }
  }
}

package polo.images.geotag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import polo.common.document.Stay;
import polo.common.document.TravelMode;
import polo.common.document.TripEntry;

class WhereaboutsTest {

  private static final Instant NINE = Instant.parse("2026-07-14T09:00:00Z");
  private static final Instant TEN = Instant.parse("2026-07-14T10:00:00Z");
  private static final Instant ELEVEN = Instant.parse("2026-07-14T11:00:00Z");

  private static final Stay STAY =
      new Stay("stay-1", NINE, TEN, 52.0, 5.0, 30, 100, "place-1", false, 1);
  private static final TripEntry TRIP =
      new TripEntry("trip-1", TEN, ELEVEN, "stay-1", null, "place-1", null, 5000, TravelMode.WALK);

  @Test
  void during_a_stay_the_user_is_at_its_place() {
    Whereabouts where = Whereabouts.at(NINE, List.of(STAY), List.of(TRIP));

    assertThat(where.stayId()).isEqualTo("stay-1");
    assertThat(where.placeId()).isEqualTo("place-1");
    assertThat(where.tripId()).isNull();
  }

  @Test
  void where_the_stay_ends_the_trip_has_begun() {
    Whereabouts where = Whereabouts.at(TEN, List.of(STAY), List.of(TRIP));

    assertThat(where.tripId()).isEqualTo("trip-1");
    assertThat(where.stayId()).isNull();
    assertThat(where.placeId()).isNull();
  }

  @Test
  void in_a_gap_nobody_knows() {
    assertThat(Whereabouts.at(ELEVEN, List.of(STAY), List.of(TRIP))).isEqualTo(Whereabouts.UNKNOWN);
  }
}

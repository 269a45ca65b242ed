package polo.geo.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.document.Address;
import polo.common.document.Journey;
import polo.common.document.PlaceUse;
import polo.common.document.Stay;
import polo.common.document.TravelMode;
import polo.common.document.TripEntry;
import polo.common.earth.Coordinate;
import polo.geo.geocode.ReverseGeocoder;

/// A life in Berlin, with an atlas of four cities.
class JourneyFinderTest {

  private static final Coordinate BERLIN = new Coordinate(52.52, 13.40);
  private static final Coordinate POTSDAM = new Coordinate(52.40, 13.06);
  private static final Coordinate SAN_FRANCISCO = new Coordinate(37.77, -122.42);
  private static final Coordinate OAKLAND = new Coordinate(37.80, -122.27);
  private static final Coordinate BY_THE_DOCKS = new Coordinate(37.60, -122.10);
  private static final Coordinate AT_SEA = new Coordinate(40, -40);

  private final List<Stay> stays = new ArrayList<>();
  private final List<TripEntry> trips = new ArrayList<>();

  @Test
  void home_is_where_most_nights_are_spent() {
    stay("home", BERLIN, "2026-03-01T18:00:00Z", "2026-03-04T06:00:00Z");
    stay("office", BERLIN, "2026-03-04T07:00:00Z", "2026-03-04T17:00:00Z");

    assertThat(found().homePlaceId()).isEqualTo("home");
    assertThat(found().all()).isEmpty();
  }

  @Test
  void of_equals_home_is_where_the_first_night_was() {
    stay("home", BERLIN, "2026-03-01T18:00:00Z", "2026-03-02T06:00:00Z");
    stay("hotel", POTSDAM, "2026-03-02T18:00:00Z", "2026-03-03T06:00:00Z");

    assertThat(found().homePlaceId()).isEqualTo("home");
  }

  @Test
  void days_in_two_cities_far_away_are_a_journey_named_after_them() {
    nightsAtHome();
    trip("t1", "2026-03-05T06:00:00Z", "2026-03-05T20:00:00Z", 9_100_000);
    stay("hotel", SAN_FRANCISCO, "2026-03-05T20:00:00Z", "2026-03-07T18:00:00Z");
    trip("t2", "2026-03-07T18:00:00Z", "2026-03-07T19:00:00Z", 20_000);
    stay(null, OAKLAND, "2026-03-07T19:00:00Z", "2026-03-08T04:00:00Z");
    trip("t3", "2026-03-08T04:00:00Z", "2026-03-08T18:00:00Z", 9_100_000);
    stay("home", BERLIN, "2026-03-08T18:00:00Z", "2026-03-09T06:00:00Z");

    Journey journey = found().all().getFirst();

    assertThat(journey.title()).isEqualTo("4 days in San Francisco and Oakland");
    assertThat(journey.countries()).containsExactly("US");
    assertThat(journey.cities()).containsExactly("San Francisco", "Oakland");
    assertThat(journey.tripIds()).containsExactly("t1", "t2", "t3");
    assertThat(journey.stayIds()).hasSize(2);
    assertThat(journey.distanceMeters()).isEqualTo(18_220_000);
    assertThat(journey.start()).isEqualTo(Instant.parse("2026-03-05T06:00:00Z"));
    assertThat(journey.end()).isEqualTo(Instant.parse("2026-03-08T18:00:00Z"));
  }

  @Test
  void a_night_in_the_next_town_is_a_journey_and_an_afternoon_is_not() {
    nightsAtHome();
    stay(null, POTSDAM, "2026-03-05T12:00:00Z", "2026-03-05T17:00:00Z");
    stay("home", BERLIN, "2026-03-05T18:00:00Z", "2026-03-06T12:00:00Z");
    stay(null, POTSDAM, "2026-03-06T17:00:00Z", "2026-03-07T10:00:00Z");
    stay("home", BERLIN, "2026-03-07T12:00:00Z", "2026-03-08T12:00:00Z");

    assertThat(found().all()).extracting(Journey::title).containsExactly("2 days in Potsdam");
  }

  @Test
  void a_journey_still_under_way_is_one() {
    nightsAtHome();
    stay(null, SAN_FRANCISCO, "2026-03-05T20:00:00Z", "2026-03-05T22:00:00Z");

    assertThat(found().all()).extracting(Journey::title).containsExactly("A day in San Francisco");
  }

  @Test
  void where_nothing_has_a_name_one_is_away_and_the_sun_says_what_day_it_is() {
    nightsAtHome();
    stay(null, AT_SEA, "2026-03-06T00:00:00Z", "2026-03-08T02:00:00Z");

    // At 40 degrees west it is still the evening of the 7th.
    assertThat(found().all()).extracting(Journey::title).containsExactly("3 days away");
  }

  @Test
  void without_a_night_at_a_place_there_is_no_home_and_no_journey() {
    stay(null, SAN_FRANCISCO, "2026-03-05T20:00:00Z", "2026-03-09T22:00:00Z");

    assertThat(found()).isEqualTo(Journeys.NONE);
  }

  @Test
  void work_is_where_one_is_on_weekdays_and_home_where_one_sleeps() {
    stay("home", BERLIN, "2026-03-01T18:00:00Z", "2026-03-02T07:30:00Z");
    stay("office", BERLIN, "2026-03-02T08:00:00Z", "2026-03-02T16:00:00Z");
    stay("home", BERLIN, "2026-03-02T18:00:00Z", "2026-03-03T07:30:00Z");
    stay("office", BERLIN, "2026-03-03T08:00:00Z", "2026-03-03T16:00:00Z");
    stay("home", BERLIN, "2026-03-03T18:00:00Z", "2026-03-04T07:30:00Z");
    stay("office", BERLIN, "2026-03-04T08:00:00Z", "2026-03-04T16:00:00Z");
    stay("gym", BERLIN, "2026-03-04T17:00:00Z", "2026-03-04T19:00:00Z");

    Map<String, PlaceUse> uses = found().uses();

    assertThat(uses).containsEntry("home", new PlaceUse(PlaceUse.Role.HOME, 0.6, 3, 0, 0));
    assertThat(uses)
        .containsEntry("office", new PlaceUse(PlaceUse.Role.WORK, 0.6, 0, 3 * 8 * 3600, 3));
    assertThat(uses).containsEntry("gym", new PlaceUse(null, 0, 0, 0, 0));
  }

  @Test
  void a_quarter_is_not_named_beside_its_city() {
    nightsAtHome();
    stay(null, SAN_FRANCISCO, "2026-03-05T20:00:00Z", "2026-03-05T22:00:00Z");
    stay(null, BY_THE_DOCKS, "2026-03-05T22:30:00Z", "2026-03-06T22:00:00Z");

    assertThat(found().all().getFirst().title()).isEqualTo("2 days in San Francisco");
  }

  @Test
  void without_a_city_a_village_names_the_journey() {
    nightsAtHome();
    stay(null, BY_THE_DOCKS, "2026-03-05T22:30:00Z", "2026-03-06T22:00:00Z");

    assertThat(found().all().getFirst().title()).isEqualTo("2 days in Docks");
  }

  @Test
  void a_move_is_no_journey_and_home_is_where_one_moved() {
    nights("flat", BERLIN, "2025-03-01", 200);
    nights("house", SAN_FRANCISCO, "2025-09-17", 200);

    assertThat(found().all()).isEmpty();
    assertThat(found().homePlaceId()).isEqualTo("house");
  }

  @Test
  void before_a_move_the_new_town_is_a_journey_and_afterwards_the_old_one() {
    aMoveWithVisitsBeforeAndAfter();

    assertThat(found().all())
        .extracting(Journey::title)
        .containsExactly("4 days in San Francisco", "6 days in Berlin");
    assertThat(found().grounds())
        .extracting(JourneyGround::homePlaceId)
        .containsExactly("flat", "house");
  }

  @Test
  void who_looks_at_the_new_street_while_moving_makes_no_journey() {
    nights("flat", BERLIN, "2025-03-01", 200);
    stay("cafe", SAN_FRANCISCO, "2025-09-17T12:00:00Z", "2025-09-17T15:00:00Z");
    nights("house", SAN_FRANCISCO, "2025-09-17", 200);

    assertThat(found().all()).isEmpty();
  }

  @Test
  void a_year_from_bed_to_bed_is_one_journey() {
    nights("flat", BERLIN, "2025-01-01", 120);
    LocalDate day = LocalDate.parse("2025-05-01");
    for (int bed = 0; bed < 12; bed++) {
      nights("bed" + bed, bed % 2 == 0 ? OAKLAND : SAN_FRANCISCO, day.toString(), 20);
      day = day.plusDays(20);
    }
    nights("flat", BERLIN, day.toString(), 120);

    assertThat(found().all())
        .extracting(Journey::title)
        .containsExactly("241 days in Oakland and San Francisco");
    assertThat(found().homePlaceId()).isEqualTo("flat");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void in_which_order_stays_are_told_does_not_matter(long seed) {
    aMoveWithVisitsBeforeAndAfter();
    Journeys inOrder = found();

    Collections.shuffle(stays, new Random(seed));

    assertThat(found()).isEqualTo(inOrder);
  }

  private void aMoveWithVisitsBeforeAndAfter() {
    nights("flat", BERLIN, "2025-03-01", 180);
    nights("house", SAN_FRANCISCO, "2025-08-28", 3);
    nights("flat", BERLIN, "2025-08-31", 20);
    nights("house", SAN_FRANCISCO, "2025-09-20", 30);
    nights("flat", BERLIN, "2025-10-20", 5);
    nights("house", SAN_FRANCISCO, "2025-10-25", 150);
  }

  /// So many nights in a row at a place, each from the evening to the morning there.
  private void nights(String placeId, Coordinate where, String firstDay, int count) {
    ZoneId zone = ZoneId.of(Objects.requireNonNull(ATLAS.addressOf(where).timeZone()));
    LocalDate day = LocalDate.parse(firstDay);
    for (int night = 0; night < count; night++) {
      stay(
          placeId,
          where,
          day.plusDays(night).atTime(20, 0).atZone(zone).toInstant().toString(),
          day.plusDays(night + 1).atTime(8, 0).atZone(zone).toInstant().toString());
    }
  }

  private void nightsAtHome() {
    stay("home", BERLIN, "2026-03-01T18:00:00Z", "2026-03-05T06:00:00Z");
  }

  private void stay(@Nullable String placeId, Coordinate where, String from, String to) {
    String id = "s" + stays.size();
    stays.add(
        new Stay(
            id,
            Instant.parse(from),
            Instant.parse(to),
            where.latitude(),
            where.longitude(),
            10,
            99,
            placeId,
            false,
            0.9));
  }

  private void trip(String id, String from, String to, double meters) {
    trips.add(
        new TripEntry(
            id,
            Instant.parse(from),
            Instant.parse(to),
            null,
            null,
            null,
            null,
            meters,
            TravelMode.CAR));
  }

  private Journeys found() {
    return JourneyFinder.DEFAULT.find(stays, trips, ATLAS);
  }

  private static final ReverseGeocoder ATLAS =
      position -> {
        if (position.metersTo(BERLIN) < 9_000) {
          return address("DE", "Berlin", "Europe/Berlin");
        }
        if (position.metersTo(POTSDAM) < 9_000) {
          return address("DE", "Potsdam", "Europe/Berlin");
        }
        if (position.metersTo(SAN_FRANCISCO) < 9_000) {
          return address("US", "San Francisco", "America/Los_Angeles");
        }
        if (position.metersTo(BY_THE_DOCKS) < 9_000) {
          return new Address(
              "US", "US", null, null, null, "Docks", 0.0, "America/Los_Angeles", "atlas", "1");
        }
        return position.metersTo(OAKLAND) < 9_000
            ? address("US", "Oakland", "America/Los_Angeles")
            : new Address(null, null, null, null, null, null, null, null, "atlas", "1");
      };

  private static Address address(String country, String city, String zone) {
    return new Address(country, country, null, null, city, city, 0.0, zone, "atlas", "1");
  }
}

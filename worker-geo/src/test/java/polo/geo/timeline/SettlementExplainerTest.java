package polo.geo.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import polo.common.document.Address;
import polo.common.document.PlaceUse.Role;
import polo.common.document.Stay;
import polo.common.earth.Coordinate;
import polo.geo.pin.Area;
import polo.geo.pin.Pins;
import polo.geo.pin.PlacePin;
import polo.geo.timeline.PlaceExplanation.RoleEvidence;

/// Why there are places and journeys.
class SettlementExplainerTest {

  private static final Coordinate HOME = new Coordinate(52.52, 13.40);
  private static final Coordinate OFFICE = new Coordinate(52.50, 13.42);
  private static final Coordinate POTSDAM = new Coordinate(52.40, 13.06);
  private static final Coordinate LISBON = new Coordinate(38.72, -9.14);

  private static final Settler SETTLER =
      Settler.with(_ ->
          new Address(null, null, null, null, null, null, null, "Europe/Berlin", "atlas", "1"));

  private final List<Stay> stays = new ArrayList<>();

  @Test
  void a_place_says_what_it_rests_on_and_what_it_would_have_needed() {
    stay(HOME, "2026-03-02T18:00:00Z", "2026-03-03T07:00:00Z");
    stay(HOME, "2026-03-03T18:00:00Z", "2026-03-04T07:00:00Z");

    PlaceExplanation home = places(Pins.NONE).getFirst();

    assertThat(home.rule()).isEqualTo(Rule.VISITED_OFTEN);
    assertThat(home.because()).isEqualTo("2 visits, 26:00 h in all");
    assertThat(home.evidence())
        .isEqualTo(new PlaceExplanation.PlaceEvidence(2, 2, 26 * 3600, 20 * 60, 10, 120));
  }

  @Test
  void one_long_visit_makes_a_place_by_its_length() {
    stay(LISBON, "2026-03-02T18:00:00Z", "2026-03-03T07:00:00Z");

    assertThat(places(Pins.NONE))
        .extracting(PlaceExplanation::rule, PlaceExplanation::because)
        .containsExactly(tuple(Rule.DWELT_LONG, "1 visit, 13:00 h in all"));
  }

  @Test
  void a_pinned_place_is_one_because_of_the_user() {
    Pins pins =
        Pins.of(
            List.of(
                new PlacePin("mine", Area.circle(LISBON, 50), false, "Casa", false, List.of())));

    assertThat(places(pins))
        .extracting(PlaceExplanation::rule, PlaceExplanation::because)
        .containsExactly(tuple(Rule.PINNED, "pinned by the user; 0 visits, 0 min in all"));
  }

  @Test
  void home_and_work_say_their_nights_and_hours() {
    workday("2026-03-02", "2026-03-03");
    workday("2026-03-03", "2026-03-04");
    workday("2026-03-04", "2026-03-05");

    List<RoleEvidence> roles =
        places(Pins.NONE).stream().flatMap(p -> Stream.ofNullable(p.role())).toList();

    assertThat(roles)
        .extracting(RoleEvidence::role, RoleEvidence::because)
        .containsExactlyInAnyOrder(
            tuple(Role.HOME, "3 of 3 nights were slept here"),
            tuple(Role.WORK, "24:00 h of working hours on 3 weekdays, 100 % of those not at home"));
  }

  @Test
  void a_journey_says_how_far_from_which_home_and_how_far_would_do() {
    workday("2026-03-02", "2026-03-03");
    stay(POTSDAM, "2026-03-03T18:00:00Z", "2026-03-04T08:00:00Z");
    workday("2026-03-04", "2026-03-05");
    stay(LISBON, "2026-03-05T14:00:00Z", "2026-03-05T18:00:00Z");
    workday("2026-03-06", "2026-03-07");

    Settlement settlement = settlement(Pins.NONE);
    List<JourneyExplanation> journeys = new SettlementExplainer(SETTLER).journeys(settlement);

    assertThat(journeys)
        .extracting(JourneyExplanation::rule, JourneyExplanation::because)
        .containsExactly(
            tuple(
                Rule.NIGHT_AWAY,
                "26.6 km from home at its furthest, with 1 night away;"
                    + " 10.0 km is far enough for a night"),
            tuple(
                Rule.FAR_AWAY,
                "2312.1 km from home at its furthest, with 1 night away; 100.0 km is far enough"));
    assertThat(journeys)
        .extracting(why -> why.evidence().homePlaceId())
        .containsOnly(settlement.homePlaceId());
    assertThat(journeys)
        .extracting(why -> why.evidence().start())
        .containsExactlyElementsOf(
            settlement.journeys().stream().map(journey -> journey.start()).toList());
  }

  /// A day in the office and a night at home.
  private void workday(String day, String next) {
    stay(OFFICE, day + "T08:00:00Z", day + "T16:00:00Z");
    stay(HOME, day + "T18:00:00Z", next + "T07:00:00Z");
  }

  private void stay(Coordinate where, String from, String to) {
    stays.add(
        new Stay(
            "s" + stays.size(),
            Instant.parse(from),
            Instant.parse(to),
            where.latitude(),
            where.longitude(),
            10,
            99,
            null,
            false,
            0.9));
  }

  private List<PlaceExplanation> places(Pins pins) {
    return new SettlementExplainer(SETTLER).places(settlement(pins), pins);
  }

  private Settlement settlement(Pins pins) {
    return SETTLER.settle("ada", stays, List.of(), pins, Legacy.NONE);
  }
}

package polo.geo.geocode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class UrbanRadiusTest {

  private final UrbanRadius urbanRadius = UrbanRadius.DEFAULT;

  @Test
  void a_city_of_a_million_reaches_sixteen_kilometers() {
    double meters = urbanRadius.metersOf(1_000_000, true);

    assertThat(meters).isCloseTo(15_811, within(1.0));
  }

  @Test
  void a_hamlet_reaches_half_a_kilometer_and_a_megacity_no_more_than_forty() {
    assertThat(urbanRadius.metersOf(700, true)).isEqualTo(500);
    assertThat(urbanRadius.metersOf(22_000_000, true)).isEqualTo(40_000);
  }

  @Test
  void what_nobody_counted_is_not_taken_for_a_hamlet() {
    assertThat(urbanRadius.metersOf(0, false)).isEqualTo(1_000);
  }

  @Test
  void what_may_be_a_quarter_reaches_less_far() {
    double confirmed = urbanRadius.metersOf(100_000, true);
    double unconfirmed = urbanRadius.metersOf(100_000, false);

    assertThat(unconfirmed).isCloseTo(confirmed * 0.6, within(0.001));
  }

  @Test
  void a_suburb_belongs_to_the_city_around_it() {
    double toCity = urbanRadius.remoteness(5_000, urbanRadius.metersOf(1_000_000, true));
    double toVillage = urbanRadius.remoteness(900, urbanRadius.metersOf(2_000, true));

    assertThat(toCity).isLessThan(toVillage);
  }

  @Test
  void a_village_beyond_the_edge_stays_its_own() {
    double toCity = urbanRadius.remoteness(30_000, urbanRadius.metersOf(1_000_000, true));
    double toVillage = urbanRadius.remoteness(900, urbanRadius.metersOf(2_000, true));

    assertThat(toVillage).isLessThan(toCity);
  }

  @Test
  void a_village_beyond_a_metropolis_stays_its_own() {
    double toMetropolis = urbanRadius.remoteness(50_000, urbanRadius.metersOf(20_000_000, true));
    double toVillage = urbanRadius.remoteness(2_500, urbanRadius.metersOf(2_000, true));

    assertThat(toVillage).isLessThan(toMetropolis);
  }

  @Test
  void between_a_town_and_a_hamlet_the_town_reaches_further() {
    double toTown = urbanRadius.remoteness(8_000, urbanRadius.metersOf(100_000, true));
    double toHamlet = urbanRadius.remoteness(3_600, urbanRadius.metersOf(500, true));

    assertThat(toTown).isLessThan(toHamlet);
  }

  @Test
  void the_edge_is_no_jump() {
    double inside = urbanRadius.remoteness(10_000, 10_000);
    double outside = urbanRadius.remoteness(10_000.001, 10_000);

    assertThat(inside).isEqualTo(1);
    assertThat(outside).isCloseTo(1, within(1e-6));
  }

  @Test
  void bounds_in_the_wrong_order_are_refused() {
    assertThatThrownBy(() -> new UrbanRadius(500, 0.6, 1_000, 2_000, 1_000, 3_000, 0.25))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

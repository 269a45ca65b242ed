package polo.geo.edge.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuartersTest {

  private static final RegionCode REGION = new RegionCode("GB", "ENG");
  private static final Place LONDON = place("London", 0, 8_000_000, PlaceKind.TOWN);

  @Test
  void a_place_of_unknown_kind_in_a_large_city_is_a_quarter() {
    Place bow = place("Bow", 20, 700, PlaceKind.UNCONFIRMED);

    assertThat(kindBesideLondon(bow)).isEqualTo(PlaceKind.PART);
  }

  @Test
  void one_outside_the_city_may_be_a_town() {
    Place village = place("Hartlip", 50, 700, PlaceKind.UNCONFIRMED);

    assertThat(kindBesideLondon(village)).isEqualTo(PlaceKind.UNCONFIRMED);
  }

  @Test
  void a_town_deep_in_a_city_a_hundred_times_as_large_is_a_quarter() {
    Place stratford = place("Stratford", 9, 40_000, PlaceKind.TOWN);

    assertThat(kindBesideLondon(stratford)).isEqualTo(PlaceKind.PART);
  }

  @Test
  void a_town_at_the_edge_of_the_city_stays_one() {
    Place epsom = place("Epsom", 22, 31_000, PlaceKind.TOWN);

    assertThat(kindBesideLondon(epsom)).isEqualTo(PlaceKind.TOWN);
  }

  @Test
  void a_quarter_far_from_any_town_is_a_town() {
    Place quarter = place("Jarrahdale", 45, 1_000, PlaceKind.QUARTER);

    assertThat(kindBesideLondon(quarter)).isEqualTo(PlaceKind.TOWN);
  }

  @Test
  void a_quarter_in_a_town_is_a_quarter() {
    Place quarter = place("Soho", 2, 1_000, PlaceKind.QUARTER);

    assertThat(kindBesideLondon(quarter)).isEqualTo(PlaceKind.PART);
  }

  private static PlaceKind kindBesideLondon(Place place) {
    return Quarters.marked(List.of(LONDON, place)).getLast().kind();
  }

  private static Place place(String name, int kilometersNorth, int population, PlaceKind kind) {
    int y = GridUnits.of(kilometersNorth / 111.2);
    return new Place(name, 0, y, REGION, population, kind);
  }
}

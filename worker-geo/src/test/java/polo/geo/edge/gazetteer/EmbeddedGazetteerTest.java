package polo.geo.edge.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import polo.common.document.Address;
import polo.common.earth.Coordinate;
import polo.geo.geocode.Answer;

class EmbeddedGazetteerTest {

  private final EmbeddedGazetteer gazetteer = EmbeddedGazetteer.load();

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Dom tower, 52.0907, 5.1214, NL, Utrecht, Utrecht, Europe/Amsterdam",
    "Rossio, 38.7139, -9.1394, PT, Lisbon, Lisbon, Europe/Lisbon",
    "Ferry Building, 37.7955, -122.3937, US, California, San Francisco, America/Los_Angeles",
    "Queen Street, -36.8485, 174.7650, NZ, Auckland, Auckland, Pacific/Auckland",
    "Pristina, 42.6629, 21.1655, XK, Pristina, Pristina, Europe/Belgrade",
    "Hanoi, 21.0285, 105.8542, VN, Hanoi, Hanoi, Asia/Bangkok",
    "Ürümqi, 43.8256, 87.6168, CN, Xinjiang, Ürümqi, Asia/Urumqi",
    "Sukhumi, 43.0015, 41.0234, GE, Abkhazia, Sokhumi, Asia/Tbilisi",
    "Old Nijmegen, 51.8475, 5.8640, NL, Gelderland, Nijmegen, Europe/Amsterdam",
  })
  void a_town_is_named_with_its_region_country_and_time_zone(
      String name,
      double latitude,
      double longitude,
      String country,
      String region,
      String city,
      String timeZone) {
    Address address = gazetteer.addressOf(new Coordinate(latitude, longitude));

    assertThat(address.countryCode()).isEqualTo(country);
    assertThat(address.region()).isEqualTo(region);
    assertThat(address.city()).isEqualTo(city);
    assertThat(address.timeZone()).isEqualTo(timeZone);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Laufenburg on the left bank, 47.5597, 8.0620, CH",
    "Laufenburg on the right bank, 47.5665, 8.0640, DE",
    "Büsingen, 47.6967, 8.6900, DE",
    "Campione, 45.9706, 8.9713, IT",
    "Llívia, 42.4645, 1.9810, ES",
    "Saint Peter's Square, 41.9022, 12.4573, VA",
    "San Marino, 43.9367, 12.4464, SM",
    "Maseru, -29.3167, 27.4833, LS",
    "Derby Line, 45.0045, -72.1000, US",
    "Stanstead, 45.0110, -72.0970, CA",
    "Baarle-Hertog, 51.4400, 4.9300, BE",
    "Baarle-Nassau, 51.4475, 4.9270, NL",
  })
  void a_border_divides_neighbours(String name, double latitude, double longitude, String country) {
    Address address = gazetteer.addressOf(new Coordinate(latitude, longitude));

    assertThat(address.countryCode()).isEqualTo(country);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "McMurdo, -77.8500, 166.6700, Antarctica/McMurdo",
    "the pole, -90, 0, Antarctica/McMurdo",
    "Vernadsky (claimed by three), -65.2458, -64.2575, America/Argentina/Ushuaia",
    "Marie Byrd Land (claimed by none), -80, -120, Etc/GMT+8",
    "a shelf of ice, -70.6500, -8.2500, Etc/UTC",
  })
  void land_south_of_sixty_is_antarctica(
      String name, double latitude, double longitude, String timeZone) {
    Address address = gazetteer.addressOf(new Coordinate(latitude, longitude));

    assertThat(address.countryCode()).isEqualTo("AQ");
    assertThat(address.country()).isEqualTo("Antarctica");
    assertThat(address.timeZone()).isEqualTo(timeZone);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Bouvet, -54.4200, 3.3600, BV, Etc/GMT",
    "Heard, -53.1000, 73.5000, HM, Etc/GMT-5",
    "Johnston, 16.7286, -169.5340, UM, Pacific/Honolulu",
    "the sea off Johnston, 16.8500, -169.6000, UM, Pacific/Honolulu",
    "Guantánamo Bay, 19.9050, -75.1300, CU, America/New_York",
  })
  void islands_without_a_zone_have_a_country(
      String name, double latitude, double longitude, String country, String timeZone) {
    Address address = gazetteer.addressOf(new Coordinate(latitude, longitude));

    assertThat(address.countryCode()).isEqualTo(country);
    assertThat(address.timeZone()).isEqualTo(timeZone);
  }

  @Test
  void the_southern_ocean_is_no_country() {
    Address address = gazetteer.addressOf(new Coordinate(-63.2, -150.0));

    assertThat(address.countryCode()).isNull();
  }

  @Test
  void a_quarter_is_not_the_town_one_is_in() {
    Address inBaixa = gazetteer.addressOf(new Coordinate(38.7114, -9.1372));

    assertThat(inBaixa.city()).isEqualTo("Lisbon");
    assertThat(inBaixa.place()).isEqualTo("Baixa");
  }

  @Test
  void a_quarter_is_the_suburb_of_its_town() {
    Answer answer = gazetteer.answerAt(new Coordinate(38.7114, -9.1372), 0);

    assertThat(answer.suburb()).isEqualTo("Baixa");
    assertThat(answer.address()).isEqualTo(gazetteer.addressOf(new Coordinate(38.7114, -9.1372)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Utrecht, 52.0907, 5.1214, NL-UT",
    "Munich, 48.1374, 11.5755, DE-BY",
    "San Francisco, 37.7955, -122.3937, US-CA",
    "Esch-sur-Alzette (GeoNames has cantons), 49.4958, 5.9806, LU-L",
  })
  void a_region_has_its_iso_code(
      String name, double latitude, double longitude, String regionIsoCode) {
    Answer answer = gazetteer.answerAt(new Coordinate(latitude, longitude), 0);

    assertThat(answer.regionIsoCode()).isEqualTo(regionIsoCode);
  }

  @Test
  void beside_a_border_the_answer_says_how_far_it_is_and_what_lies_beyond() {
    Coordinate onTheLeftBank = new Coordinate(47.5597, 8.0620);

    Answer exact = gazetteer.answerAt(onTheLeftBank, 0);
    Answer vague = gazetteer.answerAt(onTheLeftBank, 2_000);

    assertThat(exact.address().countryCode()).isEqualTo("CH");
    assertThat(exact.borderMeters()).isBetween(50.0, 700.0);
    assertThat(exact.ambiguous()).isEmpty();
    assertThat(vague.ambiguous()).containsExactly("DE");
    assertThat(vague.confidence().country()).isLessThan(exact.confidence().country());
  }

  @Test
  void far_from_borders_there_is_none_and_no_doubt_about_the_country() {
    Answer answer = gazetteer.answerAt(new Coordinate(38.7139, -9.1394), 30);

    assertThat(answer.borderMeters()).isNull();
    assertThat(answer.confidence().country()).isEqualTo(1.0);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"Pristina, 42.6629, 21.1655, XK, RS", "Sukhumi, 43.0015, 41.0234, GE, RU"})
  void where_claims_overlap_the_answer_says_so_and_a_setting_says_who_comes_first(
      String name, double latitude, double longitude, String first, String second) {
    Coordinate position = new Coordinate(latitude, longitude);
    EmbeddedGazetteer otherwise = EmbeddedGazetteer.preferring(List.of(second));

    assertThat(gazetteer.answerAt(position, 0).disputed()).containsExactly(first, second);
    assertThat(gazetteer.addressOf(position).countryCode()).isEqualTo(first);
    assertThat(otherwise.answerAt(position, 0).disputed()).containsExactly(second, first);
    assertThat(otherwise.addressOf(position).countryCode()).isEqualTo(second);
  }

  @Test
  void the_nearest_place_has_a_bearing() {
    Answer offPortugal = gazetteer.answerAt(new Coordinate(38.5, -9.7), 0);

    assertThat(offPortugal.address().place()).isEqualTo("Cascais");
    assertThat(offPortugal.bearingDegrees()).isBetween(45.0, 60.0);
  }

  @Test
  void in_the_middle_of_the_atlantic_there_is_only_a_nautical_time_zone() {
    Address address = gazetteer.addressOf(new Coordinate(30, -40));

    assertThat(address)
        .isEqualTo(
            new Address(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "Etc/GMT+3",
                "polo-gazetteer",
                gazetteer.version()));
  }

  @Test
  void a_ship_beyond_the_territorial_waters_is_in_no_town() {
    Address address = gazetteer.addressOf(new Coordinate(38.5, -9.7));

    assertThat(address.countryCode()).isNull();
    assertThat(address.city()).isNull();
    assertThat(address.place()).isEqualTo("Cascais");
    assertThat(address.distanceMeters()).isBetween(32_000.0, 33_000.0);
  }

  @Test
  void a_ferry_within_the_territorial_waters_has_a_country() {
    Address address = gazetteer.addressOf(new Coordinate(38.60, -9.35));

    assertThat(address.countryCode()).isEqualTo("PT");
    assertThat(address.timeZone()).isEqualTo("Europe/Lisbon");
  }

  @Test
  void in_the_wild_there_is_a_region_but_no_town() {
    Address address = gazetteer.addressOf(new Coordinate(-26.0, 128.0));

    assertThat(address.region()).isEqualTo("Western Australia");
    assertThat(address.city()).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"Fiji, -16.8, FJ, Pacific/Fiji", "Chukotka, 66.0, RU, Asia/Anadyr"})
  void the_antimeridian_is_one_line_by_either_name(
      String name, double latitude, String country, String timeZone) {
    Address east = gazetteer.addressOf(new Coordinate(latitude, -180));
    Address west = gazetteer.addressOf(new Coordinate(latitude, 180));

    assertThat(east.countryCode()).isEqualTo(country).isEqualTo(west.countryCode());
    assertThat(east.timeZone()).isEqualTo(timeZone).isEqualTo(west.timeZone());
  }

  @Test
  void photos_and_journeys_can_ask_for_the_time_zone_alone() {
    assertThat(gazetteer.zoneAt(new Coordinate(27.7172, 85.3240)))
        .isEqualTo(ZoneId.of("Asia/Kathmandu"));
    assertThat(gazetteer.zoneAt(new Coordinate(90, 0))).isEqualTo(ZoneId.of("Etc/GMT"));
    assertThat(gazetteer.zoneAt(new Coordinate(84.4, -177))).isEqualTo(ZoneId.of("Etc/GMT+12"));
  }

  @Test
  void everybody_shares_one_gazetteer() {
    assertThat(EmbeddedGazetteer.load()).isSameAs(gazetteer);
  }
}

package polo.geo.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import polo.common.document.Address;
import polo.common.document.DerivationVersion;
import polo.geo.journey.JourneyFinder;
import polo.geo.place.PlaceFinder;

class CurrentVersionTest {

  private static final Settler USUAL =
      Settler.with(_ -> new Address("XX", "", null, null, null, null, 0.0, "UTC", "test", "1"));

  @Test
  void equal_settings_are_one_version() {
    TimelineDeriver same = new TimelineDeriver(DerivationSettings.DEFAULT);

    assertThat(CurrentVersion.of(same, USUAL))
        .isEqualTo(CurrentVersion.of(TimelineDeriver.DEFAULT, USUAL));
  }

  @Test
  void other_settings_are_another_version() {
    PlaceFinder larger = new PlaceFinder(130, 2, Duration.ofMinutes(20));
    Settler other = new Settler(larger, JourneyFinder.DEFAULT, USUAL.geocoder());

    assertThat(CurrentVersion.of(TimelineDeriver.DEFAULT, other))
        .isNotEqualTo(CurrentVersion.of(TimelineDeriver.DEFAULT, USUAL));
  }

  @Test
  void settings_are_known_by_their_values_alone() {
    assertThat(DerivationSettings.DEFAULT.toString()).doesNotContain("@");
  }

  @Test
  void what_two_versions_made_is_of_neither() {
    DerivationVersion one = new DerivationVersion(1, "a");
    DerivationVersion two = new DerivationVersion(2, "b");

    assertThat(one.mixedWith(two)).isEqualTo(two.mixedWith(one)).isNotIn(one, two);
    assertThat(one.mixedWith(one)).isEqualTo(one);
  }
}

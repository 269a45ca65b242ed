package polo.geo.picture;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import polo.geo.Story;
import polo.testkit.Golden;

/// The pictures of the docs show what the code does today.
class PicturesTest {

  private static final double WALK = 1.4;
  private static final double RIDE = 12;
  private static final Duration SOON = Duration.ofSeconds(7);
  private static final Path FOLDER = Path.of("../docs/pictures");

  private final Story story = Story.at("2026-03-01T08:00:00Z");

  @Test
  void a_stay_between_two_trips() {
    story.move(900, 300, WALK).stay(minutes(30)).move(2_400, 0, RIDE);

    draw("stay.svg", "Fixes that keep to one spot for five minutes are a stay");
  }

  @Test
  void a_bridged_silence() {
    story.move(900, 300, WALK).stay(minutes(6)).silence(minutes(180), 910, 310);
    story.stay(minutes(6)).move(2_400, 0, RIDE);

    draw(
        "silence-bridged.svg", "Silent for three hours, then heard at the same spot: stayed there");
  }

  @Test
  void a_stay_inferred_from_silence() {
    story.move(900, 300, WALK).stay(minutes(2)).silence(minutes(120), 1_200, 200);
    story.move(2_400, 0, RIDE);

    draw("silence-stayed.svg", "Silent for two hours, woken 300 m away: stayed, then walked out");
  }

  @Test
  void a_trip_inferred_from_silence() {
    story.move(300, 0, WALK).stay(minutes(20)).silence(minutes(15), 6_000, 900);
    story.stay(minutes(20)).move(6_500, 900, WALK);

    draw("silence-moved.svg", "Silent for a quarter of an hour and six kilometres: a tunnel");
  }

  @Test
  void an_honest_gap() {
    story.move(300, 0, WALK).stay(minutes(20)).silence(Duration.ofHours(30), 9_000, 900);
    story.stay(minutes(120)).move(9_500, 900, WALK);

    draw("silence-gap.svg", "Silent for thirty hours, then heard elsewhere: nobody knows");
  }

  @Test
  void a_fix_that_was_not_there() {
    story.move(900, 300, WALK).pause(SOON).fix(1_300, 700, 2_000.0).pause(SOON);
    story.move(1_800, 0, WALK);

    draw("flagged.svg", "A fix that claims to be 2 km wrong is flagged and not used");
  }

  private void draw(String file, String title) {
    Golden.matches(FOLDER.resolve(file), Scene.of(title, story));
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }
}

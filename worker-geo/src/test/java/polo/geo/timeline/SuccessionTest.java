package polo.geo.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import polo.common.time.TimeSpan;
import polo.geo.timeline.Succession.Heir;
import polo.geo.timeline.Succession.Item;
import polo.testkit.Seeds;

class SuccessionTest {

  private static final Succession SUCCESSION = Succession.DEFAULT;

  @Test
  void who_has_most_of_the_time_is_the_heir() {
    List<Heir> heirs = SUCCESSION.heirs(List.of(item("old", 0, 60)), List.of(item("new", 5, 65)));

    assertThat(heirs).singleElement().matches(Heir::isRenamed);
  }

  @Test
  void who_has_the_id_already_is_not_renamed() {
    List<Heir> heirs = SUCCESSION.heirs(List.of(item("same", 0, 60)), List.of(item("same", 0, 61)));

    assertThat(heirs).singleElement().matches(heir -> !heir.isRenamed());
  }

  @Test
  void of_two_halves_the_larger_is_the_heir() {
    List<Heir> heirs =
        SUCCESSION.heirs(List.of(item("old", 0, 60)), List.of(item("a", 0, 25), item("b", 25, 60)));

    assertThat(heirs).singleElement().matches(heir -> heir.anew().id().equals("b"));
  }

  @Test
  void of_three_thirds_none_is() {
    List<Item> thirds = List.of(item("a", 0, 20), item("b", 20, 40), item("c", 40, 60));

    assertThat(SUCCESSION.heirs(List.of(item("old", 0, 60)), thirds)).isEmpty();
  }

  @Test
  void one_that_swallowed_many_is_the_heir_of_none() {
    List<Item> many = List.of(item("a", 0, 20), item("b", 20, 40), item("c", 40, 60));

    assertThat(SUCCESSION.heirs(many, List.of(item("new", 0, 60)))).isEmpty();
  }

  @Test
  void an_id_that_two_old_items_show_goes_to_one_heir() {
    List<Item> halfWritten = List.of(item("twice", 0, 60), item("twice", 2, 60));

    List<Heir> heirs = SUCCESSION.heirs(halfWritten, List.of(item("new", 2, 60)));

    assertThat(heirs).hasSize(1);
  }

  @Test
  void a_moment_has_no_heir() {
    assertThat(SUCCESSION.heirs(List.of(item("old", 7, 7)), List.of(item("new", 7, 7)))).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("polo.testkit.Seeds#stream")
  void the_sweep_finds_what_comparing_all_with_all_finds(long seed) {
    Random chance = Seeds.random(seed, "succession");
    List<Item> old = items("old", chance);
    List<Item> anew = items("new", chance);

    List<Heir> heirs = SUCCESSION.heirs(shuffled(old, chance), shuffled(anew, chance));

    assertThat(heirs).containsExactlyInAnyOrderElementsOf(comparingAll(old, anew));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("polo.testkit.Seeds#stream")
  void parts_find_what_all_at_once_find(long seed) {
    Random chance = Seeds.random(seed, "parts");
    List<Item> old = items("old", chance);
    List<Item> anew = items("new", chance);
    int cut = chance.nextInt(old.size());

    List<Heir> parts = new ArrayList<>(SUCCESSION.heirs(old.subList(0, cut), anew));
    parts.addAll(SUCCESSION.heirs(old.subList(cut, old.size()), anew));

    assertThat(parts).containsExactlyInAnyOrderElementsOf(SUCCESSION.heirs(old, anew));
  }

  /// More than a half is had by one alone, so no order is needed.
  private static List<Heir> comparingAll(List<Item> old, List<Item> anew) {
    List<Heir> heirs = new ArrayList<>();
    for (Item was : old) {
      for (Item is : anew) {
        double common = was.span().overlapWith(is.span()).toMillis();
        double all = was.span().duration().toMillis() + is.span().duration().toMillis() - common;
        if (common > 0.5 * all) {
          heirs.add(new Heir(was, is));
        }
      }
    }
    return heirs;
  }

  /// To the second, so that no two have exactly half of their time in common.
  private static List<Item> items(String name, Random chance) {
    List<Item> items = new ArrayList<>();
    Instant at = Instant.ofEpochSecond(chance.nextInt(5_000));
    for (int i = 0; i < 60; i++) {
      Instant end = at.plusSeconds(chance.nextInt(300, 10_000));
      items.add(new Item(name + i, new TimeSpan(at, end)));
      at = end.plusSeconds(chance.nextInt(2_000));
    }
    return items;
  }

  private static List<Item> shuffled(List<Item> items, Random chance) {
    List<Item> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, chance);
    return shuffled;
  }

  private static Item item(String id, int start, int end) {
    return new Item(
        id, new TimeSpan(Instant.ofEpochSecond(60L * start), Instant.ofEpochSecond(60L * end)));
  }
}

package polo.geo.pin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.document.CarriedId;
import polo.common.time.TimeSpan;

class LabelsTest {

  private record Item(String id, TimeSpan span) {}

  @Test
  void an_item_that_is_mostly_the_pinned_one_takes_its_id() {
    Labels labels = labels(List.of(pin("old", 0, 60)), List.of(item("new", 5, 65)));

    assertThat(labels.of("new")).isEqualTo("old");
    assertThat(labels.pinned()).containsExactly(Map.entry("old", "new"));
  }

  @Test
  void of_two_parts_the_longer_keeps_the_pin() {
    Labels labels =
        labels(List.of(pin("old", 0, 60)), List.of(item("a", 0, 20), item("b", 25, 60)));

    assertThat(labels.of("a")).isEqualTo("a");
    assertThat(labels.of("b")).isEqualTo("old");
  }

  @Test
  void what_was_pinned_while_it_lasted_keeps_the_pin_however_long_it_lasts() {
    Labels labels = labels(List.of(pin("old", 0, 10)), List.of(item("new", 0, 600)));

    assertThat(labels.of("new")).isEqualTo("old");
  }

  @Test
  void something_else_at_that_time_does_not_take_the_pin() {
    Labels labels = labels(List.of(pin("old", 0, 60)), List.of(item("new", 50, 90)));

    assertThat(labels).isEqualTo(Labels.NONE);
  }

  @Test
  void something_else_at_that_time_that_has_the_very_id_takes_the_pin() {
    Labels labels = labels(List.of(pin("same", 0, 60)), List.of(item("same", 50, 90)));

    assertThat(labels.of("same")).isEqualTo("same");
    assertThat(labels.pinned()).containsExactly(Map.entry("same", "same"));
  }

  @Test
  void a_carried_id_goes_to_the_item_there() {
    Labels labels = carried(List.of(carried("old", 0, 60)), List.of(item("new", 5, 65)));

    assertThat(labels.of("new")).isEqualTo("old");
    assertThat(labels.pinned()).isEmpty();
  }

  @Test
  void what_was_carried_while_it_lasted_keeps_the_id_however_long_it_lasts() {
    Labels labels = carried(List.of(carried("old", 0, 10)), List.of(item("new", 0, 600)));

    assertThat(labels.of("new")).isEqualTo("old");
  }

  @Test
  void a_long_stay_that_swallowed_a_short_one_keeps_its_own_id() {
    Labels labels = carried(List.of(carried("old", 100, 110)), List.of(item("new", 0, 600)));

    assertThat(labels.of("new")).isEqualTo("new");
  }

  @Test
  void a_pin_goes_before_a_carried_id() {
    Labels labels =
        Labels.of(
            Pins.of(List.of(pin("pin", 0, 60))).stays(),
            List.of(carried("old", 0, 60)),
            List.of(item("new", 0, 60)),
            Item::id,
            Item::span);

    assertThat(labels.of("new")).isEqualTo("pin");
  }

  @Test
  void a_pin_that_finds_nothing_by_its_time_follows_its_carried_id() {
    Labels labels =
        Labels.of(
            Pins.of(List.of(pin("same", 0, 60))).stays(),
            List.of(carried("same", 50, 90)),
            List.of(item("new", 50, 90)),
            Item::id,
            Item::span);

    assertThat(labels.of("new")).isEqualTo("same");
    assertThat(labels.pinned()).containsExactly(Map.entry("same", "new"));
  }

  @Test
  void who_loses_its_id_to_a_pin_gets_the_one_that_was_left() {
    Labels labels = labels(List.of(pin("a", 0, 60)), List.of(item("a", 0, 20), item("b", 20, 60)));

    assertThat(labels.of("b")).isEqualTo("a");
    assertThat(labels.of("a")).isEqualTo("b");
  }

  @Test
  void ids_may_go_round() {
    List<Item> items = List.of(item("a", 0, 10), item("b", 10, 20), item("c", 20, 30));

    Labels labels = labels(List.of(pin("b", 0, 10), pin("c", 10, 20)), items);

    assertThat(labels.of(List.of("a", "b", "c"))).containsExactly("b", "c", "a");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void no_id_is_used_twice_and_labels_come_off_again_in_any_order(long seed) {
    Random chance = new Random(seed);
    List<Item> items =
        new ArrayList<>(
            IntStream.range(0, 40).mapToObj(i -> item("i" + i, i * 10, i * 10 + 9)).toList());
    List<SpanPin.OfStay> pins =
        new ArrayList<>(
            IntStream.range(0, 15)
                .map(_ -> chance.nextInt(400))
                .distinct()
                .mapToObj(start -> pin("i" + chance.nextInt(45), start, start + 8))
                .toList());
    Labels labels = labels(pins, items);
    Collections.shuffle(items, chance);
    Collections.shuffle(pins, chance);

    List<String> ids = items.stream().map(Item::id).toList();
    List<String> shown = labels.of(ids);

    assertThat(shown).doesNotHaveDuplicates();
    assertThat(labels.inverse().of(shown)).isEqualTo(ids);
    assertThat(labels(pins, items)).isEqualTo(labels);
  }

  private static Labels labels(List<SpanPin.OfStay> pins, List<Item> items) {
    return Labels.of(Pins.of(pins).stays(), List.of(), items, Item::id, Item::span);
  }

  private static SpanPin.OfStay pin(String id, int fromMinute, int toMinute) {
    return new SpanPin.OfStay(id, span(fromMinute, toMinute), null, false);
  }

  private static Item item(String id, int fromMinute, int toMinute) {
    return new Item(id, span(fromMinute, toMinute));
  }

  private static TimeSpan span(int fromMinute, int toMinute) {
    Instant noon = Instant.parse("2026-03-01T12:00:00Z");
    return new TimeSpan(noon.plusSeconds(60L * fromMinute), noon.plusSeconds(60L * toMinute));
  }

  private static Labels carried(List<CarriedId> carried, List<Item> items) {
    return Labels.of(List.of(), carried, items, Item::id, Item::span);
  }

  private static CarriedId carried(String id, int start, int end) {
    TimeSpan span = span(start, end);
    return new CarriedId(CarriedId.Kind.STAY, id, span.start(), span.end());
  }
}

package polo.geo.edge.store;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import polo.common.document.DerivationVersion;
import polo.common.document.TimelineMonth;
import polo.geo.track.DeviceFix;
import polo.testkit.Seeds;
import polo.testkit.store.MemoryDocumentStore;

/// When history is derived anew by other rules, what is still there is still known by its id.
///
/// `-Dusers=60` takes more made-up users.
class NewVersionTest {

  private static final int USERS = Integer.getInteger("users", 5);
  private static final int DAYS = 24;
  private static final Map<String, List<DeviceFix>> LIVES = lives();
  private static final List<DeviceFix> ONE_LIFE = LIVES.values().iterator().next();
  private static final Map<String, UserUpdate> MADE_UP = madeUp();
  private static final Map<String, UserUpdate> REAL = real();

  /// By kind.
  private static final class Score {
    private final Map<String, Survival> kinds = new TreeMap<>();

    void add(Shown before, Shown after) {
      kinds.merge("stays", Survival.ofStays(before, after), Survival::and);
      kinds.merge("trips", Survival.ofTrips(before, after), Survival::and);
      kinds.merge("places", Survival.ofPlaces(before, after), Survival::and);
      kinds.merge("journeys", Survival.ofJourneys(before, after), Survival::and);
    }
  }

  @ParameterizedTest
  @EnumSource(Rules.class)
  void ids_of_made_up_users_are_kept(Rules rules) {
    Score score = score(MADE_UP, rules, NewVersionTest::atOnce);

    assertThat(score.kinds)
        .allSatisfy((_, kind) -> assertThat(kind.share()).isGreaterThanOrEqualTo(0.99));
  }

  @ParameterizedTest
  @EnumSource(Rules.class)
  void ids_of_made_up_users_are_kept_month_by_month(Rules rules) {
    Score score = score(MADE_UP, rules, NewVersionTest::monthByMonth);

    assertThat(score.kinds)
        .allSatisfy((_, kind) -> assertThat(kind.share()).isGreaterThanOrEqualTo(0.99));
  }

  @ParameterizedTest
  @EnumSource(Rules.class)
  void ids_of_real_users_are_kept(Rules rules) {
    Score score = score(REAL, rules, NewVersionTest::atOnce);

    assertThat(score.kinds)
        .allSatisfy((_, kind) -> assertThat(kind.share()).isGreaterThanOrEqualTo(0.99));
  }

  @ParameterizedTest
  @EnumSource(Rules.class)
  void what_the_user_pinned_is_kept_without_exception(Rules rules) {
    MADE_UP.forEach((userId, fixes) -> {
      MemoryDocumentStore store = new MemoryDocumentStore();
      Rules.USUAL.worker(store, 1).apply(userId, fixes);
      SomePins pins = SomePins.of(Shown.of(store, userId));
      pins.write(store, userId);

      rules.worker(store, 2).apply(userId, Delivery.anew());

      pins.assertKept(Shown.of(store, userId));
    });
  }

  @ParameterizedTest
  @EnumSource(News.class)
  void what_the_user_pinned_is_kept_when_more_data_comes(News news) {
    LIVES.forEach((userId, fixes) -> {
      MemoryDocumentStore store = new MemoryDocumentStore();
      UserTimeline worker = Rules.USUAL.worker(store, 1);
      worker.apply(userId, Delivery.atOnce(news.known(fixes)));
      SomePins pins = SomePins.of(Shown.of(store, userId));
      pins.write(store, userId);

      worker.apply(userId, Delivery.atOnce(fixes));

      pins.assertKept(Shown.of(store, userId));
    });
  }

  @Test
  void carried_ids_do_not_pile_up() {
    MADE_UP.forEach((userId, fixes) -> {
      MemoryDocumentStore store = new MemoryDocumentStore();
      Rules.USUAL.worker(store, 1).apply(userId, fixes);

      for (int number = 2; number < 8; number++) {
        Rules.of(number).worker(store, number).apply(userId, Delivery.anew());
      }

      Shown shown = Shown.of(store, userId);
      assertThat(shown.months().stream().mapToInt(month -> month.carried().size()).sum())
          .isLessThan((shown.stays().size() + shown.trips().size()) / 4);
      assertThat(shown.placesIndex().carried().size()).isLessThan(shown.places().size());
    });
  }

  @Test
  void an_older_release_does_not_undo_what_a_newer_one_derived() {
    MemoryDocumentStore store = new MemoryDocumentStore();
    Rules.ALL_OTHERWISE.worker(store, 2).apply("user-1", Delivery.atOnce(ONE_LIFE));
    Shown newer = Shown.of(store, "user-1");

    Rules.USUAL.worker(store, 1).apply("user-1", Delivery.anew());
    Rules.USUAL.worker(store, 1).apply("user-1", Delivery.anew(newer.months().getFirst().month()));

    Shown shown = Shown.of(store, "user-1");
    assertThat(shown.months())
        .extracting(TimelineMonth::madeBy)
        .containsExactlyElementsOf(newer.months().stream().map(TimelineMonth::madeBy).toList());
    assertThat(shown.stays())
        .extracting(stay -> stay.withPlace(null))
        .containsExactlyElementsOf(
            newer.stays().stream().map(stay -> stay.withPlace(null)).toList());
  }

  @Test
  void what_an_older_release_changes_in_a_newer_month_is_found_by_its_version() {
    MemoryDocumentStore store = new MemoryDocumentStore();
    Rules.ALL_OTHERWISE
        .worker(store, 2)
        .apply("user-1", Delivery.atOnce(News.OLDER.known(ONE_LIFE)));

    Rules.USUAL.worker(store, 1).apply("user-1", Delivery.atOnce(ONE_LIFE.subList(0, 100)));

    assertThat(Shown.of(store, "user-1").months())
        .extracting(TimelineMonth::madeBy)
        .contains(new DerivationVersion(2, DerivationVersion.MIXED));
  }

  /// A tenth of the data that comes after all the rest.
  enum News {
    NEWER,
    OLDER,
    IN_BETWEEN;

    List<DeviceFix> known(List<DeviceFix> fixes) {
      int tenth = fixes.size() / 10;
      return switch (this) {
        case NEWER -> fixes.subList(0, fixes.size() - tenth);
        case OLDER -> fixes.subList(tenth, fixes.size());
        case IN_BETWEEN ->
            IntStream.range(0, fixes.size())
                .filter(i -> Seeds.mix(i) % 10 != 0)
                .mapToObj(fixes::get)
                .toList();
      };
    }
  }

  private record User(UserTimeline worker, String id, Shown before) {}

  private static Score score(
      Map<String, UserUpdate> users, Rules rules, Consumer<User> deriveAnew) {
    Score score = new Score();
    users.forEach((userId, fixes) -> {
      MemoryDocumentStore store = new MemoryDocumentStore();
      Rules.USUAL.worker(store, 1).apply(userId, fixes);
      Shown before = Shown.of(store, userId);
      deriveAnew.accept(new User(rules.worker(store, 2), userId, before));
      Shown after = Shown.of(store, userId);
      score.add(before, after);
      assertThat(after.months()).allMatch(month -> month.madeBy().number() == 2);
      assertThat(after.stays()).extracting("id").doesNotHaveDuplicates();
      assertThat(after.trips()).extracting("id").doesNotHaveDuplicates();
      assertThat(after.places()).extracting("id").doesNotHaveDuplicates();
    });
    return score;
  }

  private static void atOnce(User user) {
    user.worker().apply(user.id(), Delivery.anew());
  }

  private static void monthByMonth(User user) {
    user.before()
        .months()
        .forEach(month -> user.worker().apply(user.id(), Delivery.anew(month.month())));
  }

  private static Map<String, List<DeviceFix>> lives() {
    Map<String, List<DeviceFix>> lives = new TreeMap<>();
    for (long seed = 1; seed <= USERS; seed++) {
      lives.put(
          "user-" + seed,
          Townsfolk.of(seed, DAYS).stream().map(fix -> new DeviceFix("phone", fix)).toList());
    }
    return lives;
  }

  private static Map<String, UserUpdate> madeUp() {
    Map<String, UserUpdate> users = new TreeMap<>();
    LIVES.forEach((user, fixes) -> users.put(user, Delivery.atOnce(fixes)));
    return users;
  }

  /// Each phone is a user.
  private static Map<String, UserUpdate> real() {
    Map<String, UserUpdate> users = new TreeMap<>();
    RealFixes.byItinerary()
        .forEach((way, fixes) ->
            fixes.stream()
                .collect(groupingBy(DeviceFix::deviceId))
                .forEach((phone, its) -> users.put(phone + " " + way, Delivery.atOnce(its))));
    return users;
  }
}

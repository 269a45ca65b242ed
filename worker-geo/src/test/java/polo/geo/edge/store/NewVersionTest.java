package polo.geo.edge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import polo.common.job.PointsUploaded;
import polo.common.time.TimeSpan;
import polo.testkit.history.SyntheticHistory;
import polo.testkit.store.MemoryDocumentStore;

/// When history is derived anew by other rules, what is still there is still known by its id.
///
/// `-Dusers=60` takes more made-up users.
class NewVersionTest {

  private static final int USERS = Integer.getInteger("users", 6);
  private static final Instant START = Instant.parse("2026-01-12T00:00:00Z");
  private static final Map<String, Long> BECAUSE = Map.of("test/0@x", 1L);
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
        .forEach(month -> {
          Instant first = Months.startOf(month.month());
          Instant last = Months.startOf(month.month().plusMonths(1)).minusSeconds(1);
          UserUpdate.Builder update = new UserUpdate.Builder();
          update.reprocess(new TimeSpan(first, last));
          user.worker().apply(user.id(), update.build(BECAUSE));
        });
  }

  private static Map<String, UserUpdate> madeUp() {
    Map<String, UserUpdate.Builder> users = new TreeMap<>();
    new SyntheticHistory(USERS, START, 40, Long.MAX_VALUE, 7)
        .forEachUpload(5_000, upload -> add(users, upload));
    Map<String, UserUpdate> built = new HashMap<>();
    users.forEach((user, update) -> built.put(user, update.build(BECAUSE)));
    return built;
  }

  private static void add(Map<String, UserUpdate.Builder> users, PointsUploaded upload) {
    users
        .computeIfAbsent(upload.userId(), _ -> new UserUpdate.Builder())
        .fixes(upload.deviceId(), upload.fixes());
  }

  private static Map<String, UserUpdate> real() {
    Map<String, UserUpdate> users = new TreeMap<>();
    RealFixes.byItinerary().forEach((user, fixes) -> users.put(user, Delivery.atOnce(fixes)));
    return users;
  }
}

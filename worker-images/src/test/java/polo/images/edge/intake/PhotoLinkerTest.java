package polo.images.edge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static polo.images.edge.intake.World.MORNING;
import static polo.images.edge.intake.World.USER;
import static polo.images.edge.intake.World.takenAt;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.document.DocumentKey;
import polo.common.document.Envelope;
import polo.common.document.Photo;
import polo.common.document.Stay;
import polo.common.document.TimelineMonth;
import polo.common.earth.Coordinate;
import polo.common.edge.json.Json;
import polo.common.edge.store.WriteResult;
import polo.common.job.Outcome;
import polo.common.job.PhotoUploaded;
import polo.common.job.ReasonCode;
import polo.common.time.TimeSpan;
import polo.testkit.photo.CameraNotes;

class PhotoLinkerTest {

  @TempDir Path folder;
  @TempDir Path otherFolder;
  private World world;

  @BeforeEach
  void open() {
    world = new World(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void photos_and_points_end_the_same_in_either_order() {
    try (World other = new World(otherFolder)) {
      world.walk();
      world.process(world.upload("p1", takenAt("2026-07-14T09:05:30")));
      world.process(world.upload("p2", takenAt("2026-07-14T08:30:00")));
      other.process(other.upload("p2", takenAt("2026-07-14T08:30:00")));
      other.process(other.upload("p1", takenAt("2026-07-14T09:05:30")));
      other.walk();

      Outcome outcome = other.linker.relink(USER, MORNING);

      assertThat(outcome).isEqualTo(Outcome.done());
      assertThat(other.photo("p1").tripId()).isEqualTo("trip-1");
      assertThat(other.everything()).isEqualTo(world.everything());
    }
  }

  @Test
  void a_second_time_nothing_changes() {
    world.process(world.upload("p1", takenAt("2026-07-14T09:05:30")));
    world.walk();
    world.linker.relink(USER, MORNING);
    var documents = world.exactly();

    world.linker.relink(USER, MORNING);

    assertThat(world.exactly()).isEqualTo(documents);
  }

  @Test
  void what_the_timeline_no_longer_says_is_taken_back() {
    world.walk();
    world.process(world.upload("p1", takenAt("2026-07-14T09:05:30")));
    YearMonth month = YearMonth.of(2026, 7);
    forget(month);

    world.linker.relink(USER, MORNING);

    assertThat(world.photo("p1").tripId()).isNull();
    assertThat(world.photo("p1").position()).isNull();
    assertThat(world.photo("p1").address()).isNull();
  }

  @Test
  void photos_of_other_days_are_not_touched() {
    world.process(world.upload("p1", takenAt("2026-07-14T09:05:30")));
    world.walk();

    world.linker.relink(USER, new TimeSpan(day(15), day(16)));

    assertThat(world.photo("p1").tripId()).isNull();
  }

  @Test
  void a_stay_that_began_months_ago_still_holds_the_photo() {
    Stay winter =
        new Stay(
            "stay-w",
            Instant.parse("2026-04-20T00:00:00Z"),
            Instant.parse("2026-07-20T00:00:00Z"),
            52,
            5,
            20,
            1000,
            "home",
            false,
            1);
    put(YearMonth.of(2026, 4), List.of(winter));
    put(YearMonth.of(2026, 5), List.of());
    put(YearMonth.of(2026, 6), List.of());

    world.process(world.upload("p1", takenAt("2026-07-14T09:05:30")));

    assertThat(world.photo("p1").stayId()).isEqualTo("stay-w");
  }

  /// The camera shows 11:22:30 where it is 9:05:30 UTC: summer time in Amsterdam, and 17 minutes
  /// ahead. Its user's zone says summer time, and a photo with satellites the rest.
  @Test
  void a_camera_whose_clock_is_wrong_is_put_right_by_a_photo_with_satellites_before_or_after() {
    try (World other = new World(otherFolder)) {
      world.walk();
      world.process(Cameras.plain(world));
      world.process(Cameras.withSatellites(world));
      other.process(Cameras.withSatellites(other));
      other.process(Cameras.plain(other));
      other.walk();
      other.linker.relink(USER, MORNING);

      assertThat(world.photo("plain").position())
          .isEqualTo(new Photo.PhotoPosition(52.0055, 5.0, null, "track", 0.65));
      assertThat(world.photo("plain").clock())
          .isEqualTo(new Photo.ClockCorrection(-1020, 1, 0.66, "gps-utc"));
      assertThat(world.photo("plain").tripId()).isEqualTo("trip-1");
      assertThat(other.everything()).isEqualTo(world.everything());
    }
  }

  private static final class Cameras {

    static PhotoUploaded plain(World world) {
      CameraNotes notes = CameraNotes.camera(LocalDateTime.parse("2026-07-14T11:22:30"));
      PhotoUploaded job = world.upload("plain", notes);
      return World.job("plain", job.blobKey(), ZoneId.of("Europe/Amsterdam"));
    }

    static PhotoUploaded withSatellites(World world) {
      Instant satellites = Instant.parse("2026-07-14T07:30:00Z");
      CameraNotes notes =
          CameraNotes.camera(LocalDateTime.parse("2026-07-14T09:47:00"))
              .withGps(new CameraNotes.Gps(new Coordinate(52, 5), 0, satellites));
      PhotoUploaded job = world.upload("satellites", notes);
      return World.job("satellites", job.blobKey(), ZoneId.of("Europe/Amsterdam"));
    }
  }

  @Test
  void a_store_that_does_not_take_it_is_told() {
    world.process(world.upload("p1", takenAt("2026-07-14T09:05:30")));
    world.walk();
    world.store.answering(new WriteResult.Unavailable("tired"), 1);

    Outcome outcome = world.linker.relink(USER, MORNING);

    assertThat(outcome).isEqualTo(Outcome.retry(ReasonCode.STORE_UNAVAILABLE, "tired"));
  }

  private void forget(YearMonth month) {
    put(month, List.of());
  }

  private void put(YearMonth month, List<Stay> stays) {
    TimelineMonth timeline =
        new TimelineMonth(month, stays, List.of(), List.of(), List.of(), new TreeMap<>());
    byte[] json = Json.bytes(Envelope.of(timeline));
    world.store.merge(DocumentKey.timeline(USER, month), old -> Optional.of(json));
  }

  private static Instant day(int day) {
    return Instant.parse("2026-07-01T00:00:00Z").plus(Duration.ofDays(day - 1));
  }
}
